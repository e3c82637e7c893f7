import { Status } from "@/components/ui/status";
import { t } from "@/lib/platform/language/t";
import type { TicketItem } from "@/lib/support/tickets/schema";
import { statusTone, statusWords } from "./ticket-words";

/** A ticket's status, from the reader's side. */
export function TicketStatus({ status, forStaff }: { status: TicketItem["status"]; forStaff: boolean }) {
  return <Status tone={statusTone(status, forStaff)}>{t(statusWords[status])}</Status>;
}
