import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";

/** Notes that the agenda differs from what was published last: attendees see it once a revision is published. */
export const changeAgenda = ({ db, account }: Context<"account">, { id }: MeetingRow) =>
  db.meeting.updateMany({ where: { accountId: account.id, id }, data: { agendaChanged: true } });
