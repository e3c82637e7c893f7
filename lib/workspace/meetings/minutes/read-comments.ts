import type { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { itemReader, secrecyColumns } from "@/lib/workspace/core/readable-items";
import { MOST_COMMENTS, type shownComment } from "./schema";

/** The comments on draft minutes, except those on items that the viewer does not see. */
export async function readComments(
  context: Context<"account">,
  meeting: MeetingRow,
): Promise<z.input<typeof shownComment>[]> {
  const rows = await context.db.meetingComment.findMany({
    where: { accountId: context.account.id, meetingId: meeting.id },
    select: {
      ...{ id: true, itemId: true, authorName: true, body: true, createdAt: true },
      item: { select: { ...secrecyColumns, title: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_COMMENTS,
  });
  const sees = itemReader(context, meeting);
  return rows
    .filter(({ item }) => item === null || sees(item))
    .map(({ item, createdAt, ...row }) => ({ ...row, itemTitle: item?.title ?? null, createdAt: iso(createdAt) }));
}
