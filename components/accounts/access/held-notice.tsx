import type { PersonActsProps } from "@/components/accounts/people/person-acts-props";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { consequencesOf } from "./consequences";

/** Says that a person's access waits for approval, and lets those who may approve it do so. */
export function HeldNotice({ person, actions }: Pick<PersonActsProps, "person" | "actions">) {
  const { id: contactId, name, kind, details, acts } = person;
  if (!details?.held) return null;
  const member = kind === "member";
  return (
    <Callout
      kind="warning"
      title={member ? "This invitation needs approval" : "These notifications need approval"}
      className="mb-4"
      actions={
        acts.includes("approve-invite") && (
          <ConfirmDialog
            id="approve"
            action={actions["approve-invite"]}
            hidden={{ contactId }}
            trigger={member ? "Approve invitation" : "Approve notifications"}
            title={member ? `Approve the invitation for ${name}?` : `Approve notifications for ${name}?`}
            consequences={consequencesOf(person).approve}
            confirmLabel="Approve"
            destructive={false}
          />
        )
      }
    >
      The person who granted this access can no longer grant it. {name} can't use it until someone who can approves it.
    </Callout>
  );
}
