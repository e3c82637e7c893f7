import type { AccountPageContext } from "@/app/page-context";
import { type AccessDraft, fieldsOf } from "@/components/accounts/access/access-draft";
import { previewChange } from "@/lib/accounts/access/preview-change";
import type { AccessPreview } from "@/lib/accounts/core/schema";
import { failedForm } from "@/lib/http/form-failure";
import { fromStrings } from "@/lib/http/from-strings";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { Problem } from "@/lib/platform/kernel/problem";

/** What a draft would change, or the form's field errors if it is invalid. */
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

/** The link from the review back to the form, keeping all values. */
export function backFrom({ query }: AccountPageContext, here: string): string {
  const kept = query.filter(([name]) => name !== "step").map(([name, value]) => [name, value]);
  return `${here}?${new URLSearchParams(kept)}`;
}
