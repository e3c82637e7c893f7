import type { AccountPageContext } from "@/app/page-context";
import { type AccessDraft, fieldsOf } from "@/components/accounts/access/access-draft";
import { previewChange } from "@/lib/accounts/access/preview-change";
import type { AccessPreview } from "@/lib/accounts/core/schema";
import { failedForm } from "@/lib/http/form-failure";
import { fromStrings } from "@/lib/http/from-strings";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { Problem } from "@/lib/platform/kernel/problem";

/** What a draft would do; or, where it makes no sense, what the form has to say beside its fields. */
export async function reviewOf(
  { execute }: AccountPageContext,
  draft: AccessDraft,
  contactId: string | null,
): Promise<{ preview: AccessPreview } | { state: FormState }> {
  const fields = fieldsOf(draft);
  try {
    const asked = fromStrings(previewChange.input, fields);
    return { preview: await execute(previewChange, contactId === null ? asked : { ...asked, contactId }) };
  } catch (error) {
    if (error instanceof Problem && error.code === "invalid") return { state: failedForm(error, fields) };
    throw error;
  }
}

/** The way back from the review to the form, with everything that was chosen. */
export function backFrom({ query }: AccountPageContext, here: string): string {
  const kept = query.filter(([name]) => name !== "step").map(([name, value]) => [name, value]);
  return `${here}?${new URLSearchParams(kept)}`;
}
