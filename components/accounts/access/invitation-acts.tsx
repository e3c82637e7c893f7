import type { PersonActsProps } from "@/components/accounts/people/person-acts-props";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { consequencesOf } from "./consequences";

/** Approving an invitation that waits for it, sending the link again, and revoking it. */
export function InvitationActs({ person, actions, idempotencyKey }: PersonActsProps) {
  const { id: contactId, name, kind, acts } = person;
  const says = consequencesOf(person);
  return (
    <>
      {acts.includes("approve-invite") && (
        <ConfirmDialog
          id="approve"
          action={actions["approve-invite"]}
          hidden={{ contactId }}
          trigger={kind === "member" ? "Approve invitation" : "Approve notices"}
          title={kind === "member" ? `Approve the invitation of ${name}?` : `Approve the notices for ${name}?`}
          consequences={says.approve}
          confirmLabel="Approve"
          destructive={false}
        />
      )}
      {acts.includes("resend-invite") && (
        <ConfirmDialog
          id="resend"
          action={actions["resend-invite"]}
          hidden={{ contactId }}
          idempotencyKey={idempotencyKey}
          trigger={kind === "member" ? "Resend invitation" : "Ask again to confirm"}
          title={kind === "member" ? `Send ${name} a new invitation?` : `Ask ${name} again?`}
          consequences={says.resend}
          confirmLabel="Send it"
          destructive={false}
        />
      )}
      {acts.includes("revoke-invite") && (
        <ConfirmDialog
          id="revoke"
          action={actions["revoke-invite"]}
          hidden={{ contactId }}
          trigger="Revoke invitation"
          title={`Revoke the invitation of ${name}?`}
          consequences={says.revoke}
          confirmLabel="Revoke"
        />
      )}
    </>
  );
}
