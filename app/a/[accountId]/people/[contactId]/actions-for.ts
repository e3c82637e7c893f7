import type { AccountPageContext } from "@/app/page-context";
import type { PersonActsProps } from "@/components/accounts/people/person-acts-props";
import { approveInvite } from "@/lib/accounts/access/approve-invite";
import { resendInvite } from "@/lib/accounts/access/resend-invite";
import { revokeInvite } from "@/lib/accounts/access/revoke-invite";
import { setTerm } from "@/lib/accounts/access/set-term";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { restorePerson } from "@/lib/accounts/people/restore-person";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { updateEmail } from "@/lib/accounts/people/update-email";
import { updateName } from "@/lib/accounts/people/update-name";

/** The forms about one person. Who is removed has no page any longer: on to `afterwards`. */
export function actionsFor({ action, base }: AccountPageContext, afterwards: string): PersonActsProps["actions"] {
  return {
    "resend-invite": action(resendInvite),
    "revoke-invite": action(revokeInvite, `${base}/people/invitations?done=revoked`),
    "approve-invite": action(approveInvite),
    "update-name": action(updateName),
    "update-email": action(updateEmail),
    "set-term": action(setTerm),
    suspend: action(suspendPerson),
    restore: action(restorePerson),
    remove: action(removePerson, afterwards === "/" ? "/" : `${afterwards}?done=removed`),
  };
}
