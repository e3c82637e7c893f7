import { Badge } from "@/components/ui/badge";
import type { TicketItem } from "@/lib/support/tickets/schema";
import { priorityWords } from "./ticket-words";

/** Marks what is pressing. Low and normal are the rule, and a mark on every line would mark none. */
export function PriorityBadge({ priority }: { priority: TicketItem["priority"] }) {
  if (priority === "low" || priority === "normal") return null;
  const { label, tone } = priorityWords[priority];
  return <Badge tone={tone}>{label}</Badge>;
}
