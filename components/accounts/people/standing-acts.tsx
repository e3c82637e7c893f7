import { consequencesOf } from "@/components/accounts/access/consequences";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { t } from "@/lib/platform/language/t";
import type { PersonActsProps } from "./person-acts-props";
import { whatLeavingEnds } from "./what-leaving-ends";

/** Suspends, restores or removes a person, after showing the consequences. */
export function StandingActs({ person, actions, leaving }: PersonActsProps) {
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
          trigger={t("Restore access")}
          title={t("Restore {name}'s access?", { name })}
          consequences={says.restore}
          confirmLabel={t("Restore")}
          destructive={false}
        />
      )}
      {acts.includes("suspend") && (
        <ConfirmDialog
          id="suspend"
          action={actions.suspend}
          hidden={hidden}
          trigger={t("Suspend")}
          title={t("Suspend {name}?", { name })}
          consequences={says.suspend}
          confirmLabel={t("Suspend")}
        />
      )}
      {acts.includes("remove") && (
        <ConfirmDialog
          id="remove"
          action={actions.remove}
          hidden={hidden}
          trigger={isYou ? t("Leave account") : t("Remove")}
          title={isYou ? t("Leave this account?") : t("Remove {name}?", { name })}
          consequences={[...says.remove, ...(leaving ? whatLeavingEnds(leaving, isYou) : [])]}
          confirmLabel={isYou ? t("Leave") : t("Remove")}
        />
      )}
    </>
  );
}
