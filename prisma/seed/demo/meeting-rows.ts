import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import type { Northwind } from "./northwind";
import { NAMES, type Planned, type Who, ZONE } from "./planned-meetings";

export const meetingRow = ({ id: accountId, contacts }: Northwind, typeId: string, meeting: Planned) => ({
  ...{
    id: meeting.id,
    accountId,
    title: meeting.title,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    zone: ZONE,
  },
  ...{ createdByContactId: contacts[meeting.by], createdByName: NAMES[meeting.by] },
  chairContactId: contacts[meeting.by],
  ...(meeting.people.length > 2 && { typeId, minuteTakerContactId: contacts.billingSupport }),
  place: "Boardroom, Keilestraat 9",
  url: meeting.stage === "scheduled" ? "https://meet.northwind.example/management" : null,
  status: meeting.stage === "draft" ? ("draft" as const) : ("scheduled" as const),
  minutesStatus: meeting.stage === "signed" ? ("signed" as const) : ("open" as const),
  agendaChanged: meeting.stage === "draft",
  createdAt: addDays(meeting.startsAt, -80),
});

export function invitationRow({ id: accountId, contacts }: Northwind, meeting: Planned, who: Who, index: number) {
  const row = { accountId, meetingId: meeting.id, contactId: contacts[who], invitedByName: NAMES[meeting.by] };
  const answeredAt = addDays(meeting.startsAt, -5);
  const missing = who !== "owner" && (meeting.ago + index) % 7 === 0;
  if (meeting.stage === "signed")
    return missing
      ? {
          ...row,
          answeredAt,
          answer: "apologies" as const,
          presence: "apologies" as const,
          note: "On leave that week.",
        }
      : {
          ...{ ...row, answeredAt, answer: "accepted" as const, presence: "present" as const },
          arrivedAt: who === "support" && meeting.ago % 5 === 0 ? addMinutes(meeting.startsAt, 15) : null,
        };
  const accepted = meeting.stage === "scheduled" && (who === "owner" || who === "billingSupport");
  return accepted ? { ...row, answer: "accepted" as const, answeredAt: addDays(meeting.startsAt, -60) } : row;
}

export function revisionRow({ id: accountId, contacts }: Northwind, meeting: Planned) {
  const items = meeting.items.map(({ minutes: _, confidential = false, organisations: __, recused: ___, ...item }) => ({
    ...{ ...item, presenterId: null, presenterName: null, confidential },
    neutralTitle: confidential ? "Confidential item" : "",
    readers: confidential ? [{ contactId: contacts.billing }] : [],
  }));
  return {
    ...{ accountId, meetingId: meeting.id, number: 1, publishedByName: NAMES.owner },
    publishedAt: addDays(meeting.startsAt, meeting.ago > 0 ? -10 : -70),
    content: {
      ...{ title: meeting.title, zone: ZONE, place: "Boardroom, Keilestraat 9", items },
      ...{ startsAt: meeting.startsAt.toISOString(), endsAt: meeting.endsAt.toISOString() },
    },
  };
}
