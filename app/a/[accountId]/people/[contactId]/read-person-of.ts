import type { AccountPageContext } from "@/app/page-context";
import type { PersonDetail } from "@/lib/accounts/core/schema";
import { viewNonMember } from "@/lib/accounts/people/view-non-member";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { Problem } from "@/lib/platform/kernel/problem";

/** The person a page is about. Members and notification-only contacts share URLs but need different permissions. */
export async function readPersonOf({ execute, may, params }: AccountPageContext): Promise<PersonDetail> {
  const asked = { contactId: params.contactId ?? "" };
  if (!may(viewNonMember)) return execute(viewPerson, asked);
  if (!may(viewPerson)) return execute(viewNonMember, asked);
  try {
    return await execute(viewPerson, asked);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "not-found") throw error;
    return execute(viewNonMember, asked);
  }
}
