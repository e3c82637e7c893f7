import type { Tone } from "@/components/ui/tone";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import type { MeetingListItem } from "@/lib/workspace/meetings/schema";

type State = Pick<MeetingListItem, "status" | "minutesStatus" | "endsAt">;

/** Where a meeting stands: before it, whether attendees know of it; after it, its minutes. */
export function standingOf({ status, minutesStatus, endsAt }: State, now: Date): { tone: Tone; label: Sentence } {
  if (status === "cancelled") return { tone: "danger", label: msg("Cancelled@@meeting") };
  if (minutesStatus === "signed") return { tone: "success", label: msg("Minutes signed") };
  if (minutesStatus === "circulated") return { tone: "warning", label: msg("Minutes sent for comment") };
  if (status === "draft") return { tone: "neutral", label: msg("Draft@@meeting") };
  return new Date(endsAt) < now
    ? { tone: "warning", label: msg("Minutes to be written") }
    : { tone: "accent", label: msg("Agenda published") };
}

export const answerWords: Record<"none" | "accepted" | "apologies", Sentence> = {
  none: msg("No answer yet"),
  accepted: msg("Accepted@@invitation"),
  apologies: msg("Apologies"),
};

/** Of somebody who has not answered since the meeting was moved. */
export const earlierAnswerWords: Record<"accepted" | "apologies", Sentence> = {
  accepted: msg("No answer yet. Accepted the earlier time."),
  apologies: msg("No answer yet. Apologies for the earlier time."),
};
