import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "./meeting-record";
import { type ItemRow, itemColumns } from "./read-items";
import { itemReader } from "./readable-items";

/** An item of a meeting, of which the viewer sees more than its neutral title. Throws `not-found` for all others. */
export async function itemOfMeeting(
  context: Context<"account">,
  meeting: MeetingRow,
  itemId: string,
): Promise<ItemRow> {
  const where = { accountId: context.account.id, meetingId: meeting.id, id: itemId };
  const item = await context.db.meetingItem.findFirst({ where, select: itemColumns });
  if (item === null || !itemReader(context, meeting)(item)) throw notFound(t("Agenda item not found."));
  return item;
}
