import type { Tone } from "@/components/ui/tone";
import type { TicketItem } from "@/lib/support/tickets/schema";

export const departmentWords: Record<TicketItem["department"], string> = {
  support: "Support",
  billing: "Billing",
  sales: "Sales",
};

export const priorityWords: Record<TicketItem["priority"], { label: string; hint: string; tone: Tone }> = {
  low: { label: "Low", hint: "General question, not urgent.", tone: "neutral" },
  normal: { label: "Normal", hint: "Something isn't working as expected.", tone: "neutral" },
  high: { label: "High", hint: "Work is blocked.", tone: "warning" },
  urgent: { label: "Urgent", hint: "A service is down. We respond 24/7.", tone: "danger" },
};

export const statusWords: Record<TicketItem["status"], string> = {
  open: "Open",
  answered: "Answered",
  closed: "Closed",
};

/** The colour of a status: highlighted for the side that has to reply. */
export function statusTone(status: TicketItem["status"], forStaff: boolean): Tone {
  if (status === "closed") return "neutral";
  return (status === "open") === forStaff ? "warning" : "accent";
}
