import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { controlledMeeting, type MeetingRow, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { readItems } from "@/lib/workspace/core/read-items";
import { textOf } from "../input-fields";
import { tellAttendees } from "../mail/tell-attendees";
import type { AgendaSnapshot } from "./agenda-snapshot";
import { pinDocuments } from "./pin-documents";

/**
 * Publishes the agenda as it is now: a revision that never changes. The first one sends the invitations. Throws `conflict`
 * if nothing has changed since the last one.
 */
export const publishAgenda = defineCommand({
  name: "meetings.publish-agenda",
  permission: "meetings.control",
  scope: "account",
  summary: "Publish a meeting's agenda to its attendees, as a revision that never changes",
  activity: "publish an agenda",
  input: z.object({ meetingId: id, note: textOf(1_000).default("").describe("What has changed, for the attendees") }),
  output: z.object({ meetingId: id, number: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/revisions", status: 201 },
  run: async (context, { meetingId, note }) => {
    const meeting = await controlledMeeting(context, meetingId);
    refuseSettled(meeting);
    const { db, account, actor } = context;
    const of = { accountId: account.id, meetingId };
    const before = await db.meetingRevision.count({ where: of });
    if (before > 0 && !meeting.agendaChanged)
      throw new Problem("conflict", t("The agenda has not changed since it was last published."));
    const number = before + 1;
    const content = await snapshotOf(context, meeting);
    await db.meetingRevision.create({ data: { ...of, number, publishedByName: actor.name, note, content } });
    await db.meeting.updateMany({
      where: { accountId: account.id, id: meetingId },
      data: { status: "scheduled", agendaChanged: false },
    });
    await tell(context, { ...meeting, status: "scheduled" }, number, note);
    return {
      output: { meetingId, number },
      audit: {
        summary: say("Published revision {number} of the agenda of the meeting {title}", {
          number,
          title: meeting.title,
        }),
        target: targetOf(meeting),
      },
    };
  },
});

async function snapshotOf(context: Context<"account">, meeting: MeetingRow): Promise<AgendaSnapshot> {
  const items = await readItems(context, meeting);
  const documents = await pinDocuments(context, meeting);
  return {
    title: meeting.title,
    startsAt: iso(meeting.startsAt),
    endsAt: iso(meeting.endsAt),
    zone: meeting.zone,
    place: meeting.place,
    documents: documents.get(null) ?? [],
    items: items.map(({ position: _, minutes: __, minutesVersion: ___, organisations: ____, presenter, ...item }) => ({
      ...item,
      presenterName: presenter?.name ?? null,
      documents: documents.get(item.id) ?? [],
    })),
  };
}

const tell = (context: Context<"account">, meeting: MeetingRow, number: number, note: string) =>
  number === 1
    ? tellAttendees(context, meeting, {
        kind: "meeting-invitation",
        subject: () => t("Invitation: {title}", { title: meeting.title }),
        text: () => [
          t("{name} invites you to this meeting. Its agenda is published.", { name: context.actor.name }),
          ...(note === "" ? [] : [note]),
        ],
        action: () => t("View the agenda and respond"),
        calendar: true,
      })
    : tellAttendees(context, meeting, {
        kind: "meeting-agenda",
        subject: () => t("Agenda changed: {title}", { title: meeting.title }),
        text: () => [
          t("{name} published revision {number} of the agenda.", { name: context.actor.name, number }),
          ...(note === "" ? [] : [note]),
        ],
        action: () => t("View the agenda"),
      });
