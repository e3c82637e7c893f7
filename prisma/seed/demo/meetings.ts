import { searchText } from "@/lib/platform/kernel/search-text";
import { featureNames } from "@/lib/workspace/core/schema";
import type { OwnerDatabase } from "../builders/owner-database";
import { agreeActions } from "./meeting-actions";
import { invitationRow, meetingRow, revisionRow } from "./meeting-rows";
import { signatureRow } from "./meeting-signatures";
import { standingAgenda } from "./meeting-texts";
import type { Northwind } from "./northwind";
import { NAMES, type Planned, plannedMeetings } from "./planned-meetings";

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
  const meetings = plannedMeetings(now);
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
      meeting.items.map(({ organisations: _, recused: __, ...item }, index) => ({
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
  await tagItems(db, northwind, meetings);
  const published = meetings.filter(({ stage }) => stage !== "draft");
  await db.meetingRevision.createMany({ data: published.map((meeting) => revisionRow(northwind, meeting)) });
  await openMinutesToHannah(db, northwind, published);
  const signed = meetings.filter(({ stage }) => stage === "signed");
  const agreed = await agreeActions(db, accountId, signed);
  // Last: from here on nothing of these meetings can change.
  await db.meetingSignOff.createMany({ data: signed.map((meeting) => signatureRow(northwind, meeting, agreed)) });
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

/** What items are about, and who is recused from one. */
async function tagItems(db: OwnerDatabase, { id: accountId, contacts }: Northwind, meetings: readonly Planned[]) {
  const items = meetings.flatMap(({ id: meetingId, items: of }) => of.map((item) => ({ ...item, meetingId })));
  await db.meetingItemOrganisation.createMany({
    data: items.flatMap(({ id: itemId, organisations = [] }) =>
      organisations.map((name) => ({ accountId, itemId, name, key: searchText(name) })),
    ),
  });
  await db.meetingItemRecusal.createMany({
    data: items.flatMap(({ id: itemId, meetingId, recused }) =>
      recused === undefined
        ? []
        : {
            ...{ accountId, meetingId, itemId, contactId: contacts[recused.who], name: NAMES[recused.who] },
            ...{ reason: recused.reason, decidedByName: NAMES.owner },
          },
    ),
  });
}
