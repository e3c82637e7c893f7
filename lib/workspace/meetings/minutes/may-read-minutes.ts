import type { Context } from "@/lib/platform/operations/operation";
import { allowedFeatures } from "@/lib/workspace/core/meeting-features";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";

/**
 * Whether the viewer may read the minutes of a meeting that they see: the signed ones; those that were sent for comment; the
 * draft, if the meeting opens it to them.
 */
export async function mayReadMinutes(context: Context<"account">, meeting: MeetingRow): Promise<boolean> {
  if (meeting.minutesStatus !== "open") return true;
  const allowed = await allowedFeatures(context, meeting);
  return allowed.has("takeMinutes") || allowed.has("seeDraftMinutes");
}
