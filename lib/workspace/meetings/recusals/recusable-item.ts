import type { Context } from "@/lib/platform/operations/operation";
import { itemOfMeeting } from "@/lib/workspace/core/item-of-meeting";
import { controlledMeeting, refuseSettled } from "@/lib/workspace/core/meeting-record";

/**
 * An item of a locked meeting that the viewer runs, and sees: whoever is recused from an item decides nothing about it. Throws
 * `conflict` once the minutes are signed, which say who was recused.
 */
export async function recusableItem(context: Context<"account">, meetingId: string, itemId: string) {
  const meeting = await controlledMeeting(context, meetingId);
  const item = await itemOfMeeting(context, meeting, itemId);
  refuseSettled(meeting);
  return { meeting, item };
}
