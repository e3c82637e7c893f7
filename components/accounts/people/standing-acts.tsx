import { consequencesOf } from "@/components/accounts/access/consequences";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { PersonActsProps } from "./person-acts-props";

/** Suspends, restores or removes a person, after showing the consequences. */
export function StandingActs({ person, actions }: PersonActsProps) {
  const { id: contactId, name, isYou, acts } = person;
  const says = consequencesOf(person);
  const hidden = { contactId };
  return (
    <>
      {acts.includes("restore") && (
        <ConfirmDialog
          id="restore"
          action={actions.restore}
          hidden={hidden}
          trigger="Restore access"
          title={`Restore ${name}'s access?`}
          consequences={says.restore}
          confirmLabel="Restore"
          destructive={false}
        />
      )}
      {acts.includes("suspend") && (
        <ConfirmDialog
          id="suspend"
          action={actions.suspend}
          hidden={hidden}
          trigger="Suspend"
          title={`Suspend ${name}?`}
          consequences={says.suspend}
          confirmLabel="Suspend"
        />
      )}
      {acts.includes("remove") && (
        <ConfirmDialog
          id="remove"
          action={actions.remove}
          hidden={hidden}
          trigger={isYou ? "Leave account" : "Remove"}
          title={isYou ? "Leave this account?" : `Remove ${name}?`}
          consequences={says.remove}
          confirmLabel={isYou ? "Leave" : "Remove"}
        />
      )}
    </>
  );
}
