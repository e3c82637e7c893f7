import type { AccountPageContext } from "@/app/page-context";
import type { PersonDetail } from "@/lib/accounts/core/schema";
import { viewNonMember } from "@/lib/accounts/people/view-non-member";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { Problem } from "@/lib/platform/kernel/problem";

/** The person that a page is about. Members and others share their addresses, though not the permission to see them. */
export async function readPersonOf({ execute, can, params }: AccountPageContext): Promise<PersonDetail> {
  const asked = { contactId: params.contactId ?? "" };
  if (!can("people.non-members.view")) return execute(viewPerson, asked);
  if (!can("people.members.view")) return execute(viewNonMember, asked);
  try {
    return await execute(viewPerson, asked);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "not-found") throw error;
    return execute(viewNonMember, asked);
  }
}
