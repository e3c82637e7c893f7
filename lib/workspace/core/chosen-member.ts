import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";

/**
 * A member of the account by id, with a login or one that is to come. Suspended ones as well: they come back. Throws `invalid` for
 * all others, and for those who were removed.
 */
export async function chosenMember({ db, account }: Context<"account">, contactId: string) {
  const where = {
    accountId: account.id,
    id: contactId,
    kind: "member" as const,
    status: { in: ["active" as const, "invited" as const, "suspended" as const] },
  };
  const contact = await db.contact.findFirst({ where, select: { name: true } });
  if (contact === null) throw invalidField("contactId", t("Choose people from this account."));
  return contact;
}
