import type { AccountPageContext } from "@/app/page-context";
import { type AccessDraft, fieldsOf } from "@/components/accounts/access/access-draft";
import type { InvitedFieldsProps } from "@/components/accounts/people/invited-fields";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import { failedForm } from "@/lib/http/form-failure";
import { Problem } from "@/lib/platform/kernel/problem";
import { readInput } from "@/lib/platform/operations/read-input";
import { reviewOf } from "../review-of";

/** What the access of somebody new would be; or what the form has to say, about the person first. */
export async function invitePreview(
  page: AccountPageContext,
  who: InvitedFieldsProps,
  draft: AccessDraft,
): ReturnType<typeof reviewOf> {
  try {
    readInput(invitePerson.input.pick({ name: true, email: true }), who);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { state: failedForm(error, [...Object.entries(who), ...fieldsOf(draft)]) };
  }
  return reviewOf(page, draft, null);
}
