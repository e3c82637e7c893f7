import type { PersonActsProps } from "@/components/accounts/people/person-acts-props";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { t } from "@/lib/platform/language/t";
import { consequencesOf } from "./consequences";

/** Says that a person's access waits for approval, and lets those who may approve it do so. */
export function HeldNotice({ person, actions }: Pick<PersonActsProps, "person" | "actions">) {
  const { id: contactId, name, kind, details, acts } = person;
  if (!details?.held) return null;
  const member = kind === "member";
  return (
    <Callout
      kind="warning"
      title={member ? t("This invitation needs approval") : t("These notifications need approval")}
      className="mb-4"
      actions={
        acts.includes("approve-invite") && (
          <ConfirmDialog
            id="approve"
            action={actions["approve-invite"]}
            hidden={{ contactId }}
            trigger={member ? t("Approve invitation") : t("Approve notifications")}
            title={
              member
                ? t("Approve the invitation for {name}?", { name })
                : t("Approve notifications for {name}?", { name })
            }
            consequences={consequencesOf(person).approve}
            confirmLabel={t("Approve")}
            destructive={false}
          />
        )
      }
    >
      {t(
        "The person who granted this access can no longer grant it. {name} can't use it until someone who can approves it.",
        { name },
      )}
    </Callout>
  );
}
