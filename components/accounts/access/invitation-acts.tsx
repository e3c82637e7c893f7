import type { PersonActsProps } from "@/components/accounts/people/person-acts-props";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { t } from "@/lib/platform/language/t";
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
          trigger={kind === "member" ? t("Resend invitation") : t("Resend confirmation")}
          title={
            kind === "member"
              ? t("Resend the invitation to {name}?", { name })
              : t("Resend the confirmation to {name}?", { name })
          }
          consequences={says.resend}
          confirmLabel={t("Resend")}
          destructive={false}
        />
      )}
      {acts.includes("revoke-invite") && (
        <ConfirmDialog
          id="revoke"
          action={actions["revoke-invite"]}
          hidden={{ contactId }}
          trigger={t("Revoke invitation")}
          title={t("Revoke the invitation for {name}?", { name })}
          consequences={says.revoke}
          confirmLabel={t("Revoke")}
        />
      )}
    </>
  );
}
