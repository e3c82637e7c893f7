import { Status } from "@/components/ui/status";
import type { TicketItem } from "@/lib/support/tickets/schema";
import { statusTone, statusWords } from "./ticket-words";

/** Where a ticket stands, for the side that reads it. */
export function TicketStatus({ status, forStaff }: { status: TicketItem["status"]; forStaff: boolean }) {
  return <Status tone={statusTone(status, forStaff)}>{statusWords[status]}</Status>;
}
