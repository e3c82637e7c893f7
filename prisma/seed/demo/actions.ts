import { addDays, addMinutes, startOfDay } from "@/lib/platform/kernel/dates";
import { type ActionPlan, buildActions } from "../builders/action";
import type { OwnerDatabase } from "../builders/owner-database";
import { type ActionText, actionTexts, type DemoPerson } from "./action-texts";
import type { Northwind } from "./northwind";

interface Person {
  readonly contactId: string;
  readonly personId: string;
  readonly name: string;
}

/** Northwind's actions in every status, some of them overdue. Due dates count from today, in UTC. */
export async function seedActions(db: OwnerDatabase, northwind: Northwind, now: Date): Promise<void> {
  const people = await peopleOf(db, northwind);
  await buildActions(
    db,
    northwind.id,
    actionTexts.map((text, index) => planOf(text, people, addMinutes(now, -13 * index))),
  );
}

async function peopleOf(db: OwnerDatabase, { id: accountId, contacts }: Northwind) {
  const rows = await db.contact.findMany({ where: { accountId }, select: { id: true, personId: true, name: true } });
  return (who: DemoPerson): Person => {
    const row = rows.find(({ id }) => id === contacts[who]);
    if (!row?.personId) throw new Error(`No person for ${who}.`);
    return { contactId: row.id, personId: row.personId, name: row.name };
  };
}

function planOf(text: ActionText, people: (who: DemoPerson) => Person, now: Date): ActionPlan {
  const { title, details, status, due, note, to, by = "owner", createdDaysAgo, comments = [] } = text;
  return {
    title,
    details,
    status,
    dueOn: due === undefined ? null : addDays(startOfDay(now), due),
    createdBy: people(by),
    remindedUntil: now,
    createdAt: addDays(now, -createdDaysAgo),
    changedAt: addDays(now, -(text.changedDaysAgo ?? createdDaysAgo)),
    assignees: to.map((one) =>
      typeof one === "string" ? { ...people(one), note } : { ...people(one[0]), status: one[1], note: one[2] },
    ),
    comments: comments.map(({ by: who, daysAgo, ...comment }, index) => ({
      ...people(who),
      ...comment,
      at: addMinutes(addDays(now, -daysAgo), 25 * index),
    })),
  };
}
