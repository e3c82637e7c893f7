import type { Context } from "@/lib/platform/operations/operation";
import { itemOfMeeting } from "./item-of-meeting";
import { authorizeFeature } from "./meeting-features";
import { lockedMeeting, type MeetingRow, refuseSettled } from "./meeting-record";
import type { ItemRow } from "./read-items";

/**
 * An agenda item whose minutes the viewer may write now, with its meeting, which stays locked until the transaction ends.
 * The operation declares `alsoChecks: ["meetings.control", "meetings.features.use"]`.
 */
export async function minutedItem(
  context: Context<"account">,
  meetingId: string,
  itemId: string,
): Promise<{ meeting: MeetingRow; item: ItemRow }> {
  const meeting = await lockedMeeting(context, meetingId);
  await authorizeFeature(context, meeting, "takeMinutes");
  const item = await itemOfMeeting(context, meeting, itemId);
  refuseSettled(meeting);
  return { meeting, item };
}
