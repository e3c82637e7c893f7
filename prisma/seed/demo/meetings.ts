import { randomUUID } from "node:crypto";
import { addDays, addMinutes, addMonths } from "@/lib/platform/kernel/dates";
import { featureNames } from "@/lib/workspace/core/schema";
import { instantsOf } from "@/lib/workspace/meetings/local-times";
import { hashOf } from "@/lib/workspace/meetings/minutes/canonical-json";
import { itemsOfTemplate } from "@/lib/workspace/meetings/types/agenda-template";
import type { OwnerDatabase } from "../builders/owner-database";
import { type Agreed, agreeActions } from "./meeting-actions";
import { aheadNotes, minutesTexts, standingAgenda } from "./meeting-texts";
import type { Northwind } from "./northwind";

const ZONE = "Europe/Amsterdam";
const MONTHS = 24;
const NAMES = {
  owner: "Ingrid Solheim",
  administrator: "Marcus Okafor",
  billing: "Priya Raman",
  support: "Tomás Herrera Villanueva",
  billingSupport: "Hannah Vogel",
} as const;
type Who = keyof typeof NAMES;
const EVERYBODY = Object.keys(NAMES) as Who[];

interface Planned {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly stage: "signed" | "scheduled" | "draft";
  /** Months back; 0 and less are ahead. */
  readonly ago: number;
  readonly by: Who;
  readonly people: readonly Who[];
  readonly items: readonly Item[];
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly minutesLong: number | null;
  readonly numbered: boolean;
  readonly minutes: string;
  readonly notes: string;
  readonly confidential?: true;
}

/** Two years of management meetings with signed minutes, two ahead with a published agenda, and a draft. */
export async function seedMeetings(db: OwnerDatabase, northwind: Northwind, now: Date): Promise<void> {
  const { id: accountId } = northwind;
  const { id: typeId } = await db.meetingType.create({
    data: {
      accountId,
      name: "Management meeting",
      agenda: standingAgenda,
      minutesLong: 90,
      place: "Boardroom, Keilestraat 9",
    },
    select: { id: true },
  });
  const meetings = plannedAt(now);
  const of = (meeting: Planned) => ({ accountId, meetingId: meeting.id });
  await db.meeting.createMany({ data: meetings.map((meeting) => meetingRow(northwind, typeId, meeting)) });
  await db.meetingInvitation.createMany({
    data: meetings.flatMap((meeting) =>
      meeting.people.map((who, index) => invitationRow(northwind, meeting, who, index)),
    ),
  });
  await db.meetingFeature.createMany({
    data: meetings.flatMap((meeting) => featureNames.map((name) => ({ ...of(meeting), name }))),
  });
  await db.meetingItem.createMany({
    data: meetings.flatMap((meeting) =>
      meeting.items.map((item, index) => ({
        ...{ ...of(meeting), ...item, position: index + 1, minutesVersion: item.minutes === "" ? 0 : 1 },
        ...(item.confidential && { neutralTitle: "Confidential item" }),
      })),
    ),
  });
  await db.meetingItemReader.createMany({
    data: meetings
      .flatMap(({ items }) => items.filter(({ confidential }) => confidential))
      .map(({ id: itemId }) => ({ accountId, itemId, contactId: northwind.contacts.billing })),
  });
  const published = meetings.filter(({ stage }) => stage !== "draft");
  await db.meetingRevision.createMany({ data: published.map((meeting) => revisionRow(northwind, meeting)) });
  await openMinutesToHannah(db, northwind, published);
  const signed = meetings.filter(({ stage }) => stage === "signed");
  const agreed = await agreeActions(db, accountId, signed);
  // Last: from here on nothing of these meetings can change.
  await db.meetingSignOff.createMany({ data: signed.map((meeting) => signatureRow(northwind, meeting, agreed)) });
}

/** The first Tuesday of each month, by the clocks in Rotterdam. */
function plannedAt(now: Date): Planned[] {
  const monthly = Array.from({ length: MONTHS + 2 }, (_, index) => {
    const ago = MONTHS - index;
    const first = addMonths(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)), ago > 0 ? -ago : 1 - ago);
    const day = addDays(first, (2 - first.getUTCDay() + 7) % 7)
      .toISOString()
      .slice(0, 10);
    const month = first.toLocaleString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
    return {
      ...{ id: randomUUID(), title: `Management meeting, ${month}`, ago, by: "owner" as const, people: EVERYBODY },
      ...instantsOf({ day, startTime: "10:00", endTime: "11:30", zone: ZONE }),
      stage: ago > 0 ? ("signed" as const) : ("scheduled" as const),
      items: itemsOf(ago),
    };
  });
  const day = addDays(now, 45).toISOString().slice(0, 10);
  return [
    ...monthly,
    {
      ...{ id: randomUUID(), title: "Budget workshop", ago: 0, by: "billing", people: ["owner", "billing"] },
      ...instantsOf({ day, startTime: "13:00", endTime: "16:00", zone: ZONE }),
      stage: "draft",
      items: [
        plainItem({ title: "What we spent this year", minutesLong: 60, numbered: true }),
        plainItem({ title: "Requests of the teams", minutesLong: 90, numbered: true }),
      ],
    },
  ];
}

function itemsOf(ago: number): Item[] {
  const items = itemsOfTemplate(standingAgenda).map((item): Item => {
    const texts = minutesTexts[item.title];
    const minutes = ago > 0 && texts ? (texts[ago % texts.length] ?? "") : "";
    return { ...plainItem(item), minutes, notes: ago > 0 ? "" : (aheadNotes[item.title] ?? "") };
  });
  if (ago !== 0) return items;
  const salaries = plainItem({ title: "Salary round", minutesLong: 20, numbered: true });
  return [...items.slice(0, -1), { ...salaries, confidential: true }, ...items.slice(-1)];
}

const plainItem = (item: Pick<Item, "title" | "minutesLong" | "numbered">): Item => ({
  ...{ id: randomUUID(), minutes: "", notes: "" },
  ...item,
});

const meetingRow = ({ id: accountId, contacts }: Northwind, typeId: string, meeting: Planned) => ({
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

function invitationRow({ id: accountId, contacts }: Northwind, meeting: Planned, who: Who, index: number) {
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

function revisionRow({ id: accountId, contacts }: Northwind, meeting: Planned) {
  const items = meeting.items.map(({ minutes: _, confidential = false, ...item }) => ({
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

function signatureRow(
  { id: accountId, contacts }: Northwind,
  meeting: Planned,
  agreed: ReadonlyMap<string, readonly Agreed[]>,
) {
  const signedAt = addDays(meeting.endsAt, 2);
  let number = 0;
  const items = meeting.items.map(({ id, title, minutes, numbered }, index) => ({
    ...{ id, neutralTitle: "", presenterId: null, readers: [] },
    signed: {
      ...{ number: numbered ? ++number : null, title, presenter: null, minutes, confidential: false },
      actions: (agreed.get(id) ?? []).map((one) => ({ ...one })),
      salt: hashOf(`${meeting.id} ${index}`).slice(0, 32),
    },
  }));
  const record = {
    ...{ title: meeting.title, zone: ZONE, place: "Boardroom, Keilestraat 9", guests: "", number: 1 },
    ...{ startsAt: meeting.startsAt.toISOString(), endsAt: meeting.endsAt.toISOString() },
    ...{ chair: NAMES.owner, minuteTaker: NAMES.billingSupport },
    ...{ signedBy: NAMES.owner, signedAt: signedAt.toISOString() },
    attendance: meeting.people.map((who, index) => {
      const row = invitationRow({ id: accountId, contacts } as Northwind, meeting, who, index);
      const { presence = null, arrivedAt = null } = row as { presence?: string | null; arrivedAt?: Date | null };
      return { name: NAMES[who], presence, arrivedAt: arrivedAt?.toISOString() ?? null, leftAt: null };
    }),
    items: items.map(({ signed }) => hashOf(signed)),
  };
  return {
    ...{ accountId, meetingId: meeting.id, number: 1, signedAt, signedByName: NAMES.owner },
    ...{ signedByContactId: contacts.owner, hash: hashOf(record), content: { record, items } },
  };
}

/** Hannah is the minute taker of all of them, beyond her roles. */
async function openMinutesToHannah(db: OwnerDatabase, { id: accountId, contacts }: Northwind, meetings: Planned[]) {
  const features = await db.meetingFeature.findMany({
    where: {
      accountId,
      meetingId: { in: meetings.map(({ id }) => id) },
      name: { in: ["takeMinutes", "seeDraftMinutes"] },
    },
    select: { id: true, meetingId: true },
  });
  await db.meetingOpening.createMany({
    data: features.map(({ id: featureId, meetingId }) => ({
      ...{ accountId, meetingId, featureId, contactId: contacts.billingSupport, openedByName: NAMES.owner },
    })),
  });
}
