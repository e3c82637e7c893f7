import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";

interface ItemPeople {
  readonly presenter: string | null;
  readonly readers: readonly string[];
  readonly confidential: boolean;
  readonly neutralTitle: string;
}

/** Throws `invalid` unless an item names attendees only, and a confidential one has a title that others may read. */
export function checkItemPeople(meeting: MeetingRow, { presenter, readers, confidential, neutralTitle }: ItemPeople) {
  const attendees = new Set(meeting.invitations.map(({ contactId }) => contactId));
  if (presenter !== null && !attendees.has(presenter))
    throw invalidField("presenter", t("Choose a presenter from the attendees."));
  if (readers.some((one) => !attendees.has(one))) throw invalidField("readers", t("Choose people from the attendees."));
  if (confidential && neutralTitle === "")
    throw invalidField("neutralTitle", t("Enter a title that everyone may read, such as “Confidential item”."));
}
