import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { buildDecision } from "@/prisma/seed/builders/decision";
import { buildMeeting } from "@/prisma/seed/builders/meeting";
import type { TestPortal } from "@/tests/fixtures/portal";
import { STEM } from "@/tests/fixtures/workspace-markers";
import { viewers } from "@/tests/operations/viewers";

/** Words of what is published for good: minutes that were signed, one item of them, and the result of a decision. */
export const paperWords = { minutes: `${STEM}min`, item: `${STEM}own`, result: `${STEM}res` } as const;

/** Plants them for the billing and support contacts. Returns their ids, by the names that inputs of operations have for them. */
export async function plantPapersToLose({ owner: db, demo, as }: TestPortal) {
  const { id: accountId, contacts } = demo.northwind;
  const { administrator, billing, support } = contacts;
  const { minutes, item, result } = paperWords;
  const { meetingId, itemIds } = await buildMeeting(db, accountId, {
    ...{ title: minutes, createdBy: { contactId: administrator, name: "Marcus Okafor" }, chair: administrator },
    ...{
      status: "scheduled",
      startsAt: addDays(new Date(), -2),
      people: [billing, support],
      open: ["seeDraftMinutes"],
    },
    items: [
      { title: minutes, minutes },
      { title: item, minutes: item },
    ],
  });
  const itemId = itemIds[1] ?? "";
  const of = { accountId, meetingId, itemId };
  await db.meetingItem.update({ where: { id: itemId }, data: { notes: item } });
  await db.meetingPaper.create({ data: { ...of, title: item, body: item, addedByName: "Marcus Okafor" } });
  await db.meetingComment.create({ data: { ...of, authorName: "Marcus Okafor", body: item } });
  await execute(await as(viewers.owner), accountId, signMinutes, { meetingId });
  // Unlocked again, so that somebody can still be recused; what was signed can still be read.
  await db.meetingSignOff.updateMany({
    where: { meetingId },
    data: { unlockedAt: new Date(), unlockedByName: "Test" },
  });
  await db.meeting.update({ where: { id: meetingId }, data: { minutesStatus: "circulated" } });
  const decisionId = await buildDecision(db, accountId, {
    ...{ title: result, purpose: result, options: [`${result} A`, `${result} B`], status: "closed" },
    ...{ chair: { id: administrator, name: "Marcus Okafor" }, voters: [billing, support] },
    rounds: [{ votes: { [billing]: 1 }, openedAt: addDays(new Date(), -6), voteBy: addDays(new Date(), -1) }],
  });
  return { meetingId, itemId, decisionId };
}
