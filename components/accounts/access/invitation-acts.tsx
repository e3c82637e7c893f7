import type { PersonActsProps } from "@/components/accounts/people/person-acts-props";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { consequencesOf } from "./consequences";

/** Resends or revokes an invitation. */
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
          trigger={kind === "member" ? "Resend invitation" : "Resend confirmation"}
          title={kind === "member" ? `Resend the invitation to ${name}?` : `Resend the confirmation to ${name}?`}
          consequences={says.resend}
          confirmLabel="Resend"
          destructive={false}
        />
      )}
      {acts.includes("revoke-invite") && (
        <ConfirmDialog
          id="revoke"
          action={actions["revoke-invite"]}
          hidden={{ contactId }}
          trigger="Revoke invitation"
          title={`Revoke the invitation for ${name}?`}
          consequences={says.revoke}
          confirmLabel="Revoke"
        />
      )}
    </>
  );
}
