import { featureNames } from "@/lib/workspace/core/schema";
import type { OwnerDatabase } from "./owner-database";

export interface MeetingPlan {
  readonly title?: string;
  readonly createdBy: { readonly contactId: string | null; readonly name: string };
  readonly chair?: string | null;
  readonly minuteTaker?: string;
  readonly startsAt?: Date;
  readonly status?: "draft" | "scheduled";
  /** Attendees. Creator and chair are not among them unless they are named. */
  readonly people?: readonly string[];
  readonly items?: readonly {
    readonly title: string;
    readonly confidential?: boolean;
    readonly readers?: readonly string[];
    readonly minutes?: string;
  }[];
  /** Features open to everybody invited. */
  readonly open?: readonly (typeof featureNames)[number][];
}

/** A meeting of an hour. Returns its id and those of its items. */
export async function buildMeeting(db: OwnerDatabase, accountId: string, plan: MeetingPlan) {
  const { createdBy, startsAt = new Date(Date.now() + 7 * 86_400_000), items = [{ title: "Welcome" }] } = plan;
  const { id } = await db.meeting.create({
    data: {
      accountId,
      title: plan.title ?? "Sample meeting",
      createdByContactId: createdBy.contactId,
      createdByName: createdBy.name,
      chairContactId: plan.chair ?? null,
      minuteTakerContactId: plan.minuteTaker ?? null,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      zone: "Europe/Amsterdam",
      status: plan.status ?? "draft",
    },
    select: { id: true },
  });
  const of = { accountId, meetingId: id };
  await db.meetingInvitation.createMany({
    data: (plan.people ?? []).map((contactId) => ({ ...of, contactId, invitedByName: createdBy.name })),
  });
  await db.meetingFeature.createMany({
    data: featureNames.map((name) => ({
      ...{ ...of, name },
      ...(plan.open?.includes(name) ? { openToInvited: true, openedByName: createdBy.name, openedAt: new Date() } : {}),
    })),
  });
  const itemIds: string[] = [];
  for (const [index, { readers = [], confidential = false, ...item }] of items.entries()) {
    const { id: itemId } = await db.meetingItem.create({
      data: {
        ...of,
        ...item,
        confidential,
        neutralTitle: confidential ? "Confidential item" : "",
        position: index + 1,
      },
      select: { id: true },
    });
    itemIds.push(itemId);
    await db.meetingItemReader.createMany({ data: readers.map((contactId) => ({ accountId, itemId, contactId })) });
  }
  return { meetingId: id, itemIds, itemId: itemIds[0] ?? "" };
}
