import { Badge } from "@/components/ui/badge";
import { t } from "@/lib/platform/language/t";
import type { TicketItem } from "@/lib/support/tickets/schema";
import { priorityWords } from "./ticket-words";

/** Marks urgent tickets. Low and normal are the default, and a mark on every row would highlight none. */
export function PriorityBadge({ priority }: { priority: TicketItem["priority"] }) {
  if (priority === "low" || priority === "normal") return null;
  const { label, tone } = priorityWords[priority];
  return <Badge tone={tone}>{t(label)}</Badge>;
}
