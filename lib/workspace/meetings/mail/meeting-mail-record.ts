import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { MailRecord } from "@/lib/platform/operations/mail-record";

/** Mails of meetings are for those who see them and are invited. */
export const meetingMailRecord: MailRecord = {
  kind: "meeting",
  reads: async (reader, [id = ""]) => {
    const invited = { id, invitations: { some: { contactId: reader.contact?.contactId ?? "" } } };
    return (await reader.db.meeting.count({ where: accessibleWhere(reader, "meetings.view", invited) })) > 0;
  },
};
