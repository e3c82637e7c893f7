import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import type { TicketDetail } from "@/lib/support/tickets/schema";
import { priorityWords } from "./ticket-words";

export type TicketFactsProps = { ticket: TicketDetail; serviceHref?: string; format: ViewerFormat };

/** What a ticket is about, who opened it and who it is assigned to. */
export function TicketFacts({ ticket, serviceHref, format }: TicketFactsProps) {
  const { service, closedAt } = ticket;
  return (
    <KeyValueList
      items={[
        {
          label: t("Service"),
          value: service && (serviceHref ? <TextLink href={serviceHref}>{service.name}</TextLink> : service.name),
        },
        { label: t("Department"), value: t(departmentNames[ticket.department]) },
        { label: t("Priority"), value: t(priorityWords[ticket.priority].label) },
        {
          label: t("Opened by"),
          value: ticket.openedByMe ? t("{name} (you)", { name: ticket.openedByName }) : ticket.openedByName,
        },
        { label: t("Opened@@on"), value: <DateTime value={ticket.createdAt} style="dateTime" format={format} /> },
        { label: t("Assigned to"), value: ticket.assigneeName },
        ...(closedAt
          ? [{ label: t("Closed@@on"), value: <DateTime value={closedAt} style="dateTime" format={format} /> }]
          : []),
      ]}
    />
  );
}
