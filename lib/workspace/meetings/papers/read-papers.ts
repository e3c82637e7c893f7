import type { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { MOST_PAPERS, type shownPaper } from "../agenda/schema";

const paperColumns = {
  ...{ id: true, itemId: true, title: true, body: true, addedByContactId: true, addedByName: true },
} as const satisfies Prisma.MeetingPaperSelect;

export type PaperRow = Prisma.MeetingPaperGetPayload<{ select: typeof paperColumns }>;

/** All papers of a meeting: those of an item are for those who see it. */
export const readPapers = ({ db, account }: Context<"account">, { id: meetingId }: MeetingRow): Promise<PaperRow[]> =>
  db.meetingPaper.findMany({
    where: { accountId: account.id, meetingId },
    select: paperColumns,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_PAPERS,
  });

export const presentPaper = ({ actor }: Context, paper: PaperRow): z.input<typeof shownPaper> => ({
  id: paper.id,
  title: paper.title,
  body: paper.body,
  addedByName: paper.addedByName,
  mine: paper.addedByContactId !== null && paper.addedByContactId === actor.contactId,
});
