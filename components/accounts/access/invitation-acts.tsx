import type { PersonActsProps } from "@/components/accounts/people/person-acts-props";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { consequencesOf } from "./consequences";

/** Sending the link again, and taking an invitation back. */
export function InvitationActs({ person, actions, idempotencyKey }: PersonActsProps) {
  const { id: contactId, name, kind, acts } = person;
  const says = consequencesOf(person);
  return (
    <>
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
