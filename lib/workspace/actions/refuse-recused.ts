import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** Somebody who is recused from the agenda item of an action can't be given it: they may not know of it. */
export function refuseRecused(
  { recusals }: { readonly recusals: readonly { readonly contactId: string }[] },
  chosen: readonly string[],
): void {
  if (recusals.some(({ contactId }) => chosen.includes(contactId)))
    throw invalidField("assigneeIds", t("Somebody you chose is recused from the agenda item of this action."));
}
