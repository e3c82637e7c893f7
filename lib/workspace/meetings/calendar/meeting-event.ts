import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { env } from "@/lib/platform/config/env";
import type { DueEntry } from "@/lib/workspace/core/due-in-calendar";

/** What calendars are told of a meeting. */
export interface EventOf {
  readonly id: string;
  readonly accountId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly url: string | null;
  readonly sequence: number;
  readonly cancelled: boolean;
}

export interface Invited {
  readonly name: string;
  readonly email: string;
  readonly answer: "none" | "accepted" | "apologies";
}

interface Invitation {
  readonly company: string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendee: Invited;
  readonly stamp: Date;
}

const PARTICIPATION = {
  none: ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  apologies: ICalAttendeeStatus.DECLINED,
} as const;

/** The invitation of one attendee, or its end. Its id is the meeting's, for good, so that calendars change what they have. */
export function invitationOf(meeting: EventOf, { company, organizer, attendee, stamp }: Invitation): string {
  const { answer, ...person } = attendee;
  const calendar = ical({
    prodId: madeBy(company),
    method: meeting.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    ...eventOf(meeting, stamp),
    organizer: { ...organizer },
    attendees: [{ ...person, rsvp: true, status: PARTICIPATION[answer] }],
  });
  return calendar.toString();
}

/** A calendar of meetings and of what is due, for programs that subscribe to it. It has no agendas. */
export function feedOf(
  { company, name }: { readonly company: string; readonly name: string },
  meetings: readonly (EventOf & { readonly changedAt: Date })[],
  { accountId, entries }: { readonly accountId: string; readonly entries: readonly DueEntry[] },
): string {
  const calendar = ical({
    prodId: madeBy(company),
    name: escaped(name),
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
  });
  for (const { changedAt, ...meeting } of meetings) calendar.createEvent(eventOf(meeting, changedAt));
  for (const entry of entries) calendar.createEvent(dueEvent(accountId, entry));
  return calendar.toString();
}

/** Who made a calendar, for people who look for the cause of a fault in it: the company, as on its pages. */
const madeBy = (company: string) => ({ company: escaped(company), product: "meetings", language: "EN" });

/** For the calendar's own name and maker, which the library, unlike every other text, writes as they are (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ");

/** Nobody is busy because something is due. */
const dueEvent = (
  accountId: string,
  { id, kind, title, at, allDay, sequence, changedAt }: DueEntry,
): ICalEventData => ({
  id: `${id}@${new URL(env().PORTAL_URL).hostname}`,
  sequence,
  start: at,
  allDay,
  ...(allDay && { timezone: "UTC" }),
  stamp: changedAt,
  summary: title,
  url: `${env().PORTAL_URL}/a/${accountId}/${kind}/${id}`,
  transparency: ICalEventTransparency.TRANSPARENT,
});

/** Instants are in UTC, which every calendar shows on its own clocks, before and after they are changed. */
const eventOf = (meeting: EventOf, stamp: Date): ICalEventData => ({
  id: `${meeting.id}@${new URL(env().PORTAL_URL).hostname}`,
  sequence: meeting.sequence,
  start: meeting.startsAt,
  end: meeting.endsAt,
  stamp,
  summary: meeting.title,
  location: [meeting.place, meeting.url].filter(Boolean).join(" · ") || null,
  url: `${env().PORTAL_URL}/a/${meeting.accountId}/meetings/${meeting.id}`,
  status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
});
