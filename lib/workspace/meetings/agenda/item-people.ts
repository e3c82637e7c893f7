import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { refuseRemoved } from "@/lib/workspace/core/refuse-removed";

interface ItemPeople {
  readonly presenter: string | null;
  readonly readers: readonly string[];
  readonly confidential: boolean;
  readonly neutralTitle: string;
}

/**
 * Throws `invalid` unless an item names attendees only, newly chosen ones still have access, and a confidential item has a title
 * that others may read.
 */
export async function checkItemPeople(
  context: Context<"account">,
  meeting: MeetingRow,
  { presenter, readers, confidential, neutralTitle }: ItemPeople,
  presenterBefore: string | null = null,
): Promise<void> {
  const attendees = new Set(meeting.invitations.map(({ contactId }) => contactId));
  if (presenter !== null && !attendees.has(presenter))
    throw invalidField("presenter", t("Choose a presenter from the attendees."));
  if (readers.some((one) => !attendees.has(one))) throw invalidField("readers", t("Choose people from the attendees."));
  if (confidential && neutralTitle === "")
    throw invalidField("neutralTitle", t("Enter a title that everyone may read, such as “Confidential item”."));
  if (presenter !== null && presenter !== presenterBefore) await refuseRemoved(context, "presenter", [presenter]);
  if (confidential) await refuseRemoved(context, "readers", readers);
}
