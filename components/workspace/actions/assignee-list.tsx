import { Person } from "@/components/ui/person";
import { t } from "@/lib/platform/language/t";
import type { ActionAssignee } from "@/lib/workspace/actions/schema";
import { ActionStatus } from "./action-status";

/** Who is assigned, and how far each is. */
export function AssigneeList({ assignees }: { assignees: readonly ActionAssignee[] }) {
  if (assignees.length === 0) return <p className="text-ink-soft">{t("Nobody is assigned to this action yet.")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {assignees.map(({ contactId, name, mine, status, note }) => (
        <li key={contactId}>
          <div className="flex items-center justify-between gap-3">
            <Person name={name} size="sm" detail={mine ? t("you") : undefined} />
            <ActionStatus status={status} />
          </div>
          {note && <p className="mt-1 text-sm whitespace-pre-wrap wrap-anywhere text-ink-soft">{note}</p>}
        </li>
      ))}
    </ul>
  );
}
