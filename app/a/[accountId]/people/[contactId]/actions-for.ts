import type { AccountPageContext } from "@/app/page-entrance";
import type { PersonActsProps } from "@/components/people/person-acts-props";
import { removePerson } from "@/lib/people/remove-person";
import { resendInvite } from "@/lib/people/resend-invite";
import { restorePerson } from "@/lib/people/restore-person";
import { revokeInvite } from "@/lib/people/revoke-invite";
import { setTerm } from "@/lib/people/set-term";
import { suspendPerson } from "@/lib/people/suspend-person";
import { updateEmail } from "@/lib/people/update-email";
import { updateName } from "@/lib/people/update-name";

/** The forms about one person. Who is removed has no page any longer: on to `afterwards`. */
export function actionsFor({ action, base }: AccountPageContext, afterwards: string): PersonActsProps["actions"] {
  return {
    "resend-invite": action(resendInvite),
    "revoke-invite": action(revokeInvite, `${base}/people/invitations?done=revoked`),
    "update-name": action(updateName),
    "update-email": action(updateEmail),
    "set-term": action(setTerm),
    suspend: action(suspendPerson),
    restore: action(restorePerson),
    remove: action(removePerson, afterwards === "/" ? "/" : `${afterwards}?done=removed`),
  };
}
