import type { Tone } from "@/components/ui/tone";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import type { TicketItem } from "@/lib/support/tickets/schema";

export const priorityWords: Record<TicketItem["priority"], { label: Sentence; hint: Sentence; tone: Tone }> = {
  low: { label: msg("Low"), hint: msg("General question, not urgent."), tone: "neutral" },
  normal: { label: msg("Normal"), hint: msg("Something isn't working as expected."), tone: "neutral" },
  high: { label: msg("High"), hint: msg("Work is blocked."), tone: "warning" },
  urgent: { label: msg("Urgent"), hint: msg("A service is down."), tone: "danger" },
};

export const statusWords: Record<TicketItem["status"], Sentence> = {
  open: msg("Open@@ticket"),
  answered: msg("Answered@@ticket"),
  closed: msg("Closed@@ticket"),
};

/** The colour of a status: highlighted for the side that has to reply. */
export function statusTone(status: TicketItem["status"], forStaff: boolean): Tone {
  if (status === "closed") return "neutral";
  return (status === "open") === forStaff ? "warning" : "accent";
}
