import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { TicketDetail } from "@/lib/support/tickets/schema";
import { departmentWords, priorityWords } from "./ticket-words";

export type TicketFactsProps = { ticket: TicketDetail; serviceHref?: string; format: ViewerFormat };

/** What a ticket is about, who opened it and who it is assigned to. */
export function TicketFacts({ ticket, serviceHref, format }: TicketFactsProps) {
  const { service, closedAt } = ticket;
  return (
    <KeyValueList
      items={[
        {
          label: "Service",
          value: service && (serviceHref ? <TextLink href={serviceHref}>{service.name}</TextLink> : service.name),
        },
        { label: "Department", value: departmentWords[ticket.department] },
        { label: "Priority", value: priorityWords[ticket.priority].label },
        { label: "Opened by", value: ticket.openedByMe ? `${ticket.openedByName} (you)` : ticket.openedByName },
        { label: "Opened", value: <DateTime value={ticket.createdAt} style="dateTime" format={format} /> },
        { label: "Assigned to", value: ticket.assigneeName },
        ...(closedAt
          ? [{ label: "Closed", value: <DateTime value={closedAt} style="dateTime" format={format} /> }]
          : []),
      ]}
    />
  );
}
