import type { Addressee } from "@/lib/platform/db/as-addressee";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { MailRecord } from "@/lib/platform/operations/mail-record";

/** Mails of meetings are for those who see them and are invited. */
export const meetingMailRecords: readonly MailRecord[] = [
  {
    kind: "meeting",
    reads: async (reader, [id = ""]) => {
      const invited = { id, invitations: { some: { contactId: reader.contact?.contactId ?? "" } } };
      return (await reader.db.meeting.count({ where: accessibleWhere(reader, "meetings.view", invited) })) > 0;
    },
  },
  { kind: "meeting-reminder", reads: (reader, [id = ""]) => stillReminds(reader, id) },
];

/** Unless it was cancelled or moved since, or they have declined. */
async function stillReminds(reader: Addressee, id: string): Promise<boolean> {
  const contactId = reader.contact?.contactId ?? "";
  const meeting = await reader.db.meeting.findFirst({
    where: accessibleWhere(reader, "meetings.view", { id, status: "scheduled" as const }),
    select: {
      startsAt: true,
      invitations: {
        where: { contactId, answer: { not: "apologies" } },
        select: { remindedDayFor: true, remindedHourFor: true },
      },
    },
  });
  const [invitation] = meeting?.invitations ?? [];
  const start = meeting?.startsAt.getTime();
  const { remindedDayFor, remindedHourFor } = invitation ?? {};
  return start !== undefined && [remindedDayFor?.getTime(), remindedHourFor?.getTime()].includes(start);
}
