import { dayOf } from "@/lib/platform/kernel/calendar-day";
import type { OwnerDatabase } from "../builders/owner-database";

interface PastMeeting {
  readonly id: string;
  readonly startsAt: Date;
  readonly items: readonly { readonly id: string; readonly numbered: boolean }[];
}

/** As signed minutes name an action. */
export interface Agreed {
  readonly number: number;
  readonly title: string;
  readonly assignees: string[];
  readonly dueOn: string | null;
}

/** Every other action was agreed in the last meeting before it was written down. Returns them by their agenda item. */
export async function agreeActions(
  db: OwnerDatabase,
  accountId: string,
  meetings: readonly PastMeeting[],
): Promise<ReadonlyMap<string, Agreed[]>> {
  const actions = await db.action.findMany({
    where: { accountId },
    select: {
      ...{ id: true, number: true, title: true, dueOn: true, createdAt: true },
      assignments: {
        select: { contact: { select: { name: true } } },
        orderBy: [{ assignedAt: "asc" }, { contactId: "asc" }],
      },
    },
    orderBy: { number: "asc" },
  });
  const byItem = new Map<string, Agreed[]>();
  for (const { id, number, title, dueOn, createdAt, assignments } of actions.filter((_, index) => index % 2 === 0)) {
    const meeting = meetings.findLast(({ startsAt }) => startsAt < createdAt);
    const items = meeting?.items.filter(({ numbered }) => numbered) ?? [];
    const item = items[number % items.length];
    if (meeting === undefined || item === undefined) continue;
    await db.action.update({ where: { id }, data: { meetingId: meeting.id, itemId: item.id } });
    const assignees = assignments.map(({ contact }) => contact.name);
    const agreed = { number, title, assignees, dueOn: dueOn === null ? null : dayOf(dueOn) };
    byItem.set(item.id, [...(byItem.get(item.id) ?? []), agreed]);
  }
  return byItem;
}
