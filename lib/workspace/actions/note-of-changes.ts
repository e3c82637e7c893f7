import { say } from "@/lib/platform/language/say";
import type { LoggedChange } from "@/lib/platform/operations/logged-changes";
import type { Change } from "./record-changes";
import { statusNames } from "./schema";

/**
 * The changes for the activity log: days and statuses. Titles and details are told only to those who may see the action, in
 * its own history.
 */
export function noteOfChanges(changes: readonly Change[]): { details?: { changes: LoggedChange[] } } {
  const logged = changes.flatMap(loggedOf);
  return logged.length > 0 ? { details: { changes: logged } } : {};
}

function loggedOf({ what, before = null, after = null, personName = "" }: Change): LoggedChange[] {
  switch (what) {
    case "dueOn":
      return [{ what: say("Due date"), before: dayIn(before), after: dayIn(after) }];
    case "status":
      return [{ what: say("Status"), before: statusIn(before), after: statusIn(after) }];
    case "progress":
      return [{ what: say("Own progress"), before: statusIn(before), after: statusIn(after) }];
    case "assigned":
      return [{ what: say("Assignee"), before: null, after: personName }];
    case "unassigned":
      return [{ what: say("Assignee"), before: personName, after: null }];
    default:
      return [];
  }
}

const dayIn = (day: string | null) => (day === null ? null : { day });
const statusIn = (status: string | null) =>
  status === null ? null : say(String(statusNames[status as keyof typeof statusNames]));
