import type { AccountPageContext } from "@/app/page-context";
import { PriorityBadge } from "@/components/support/tickets/priority-badge";
import { TicketStatus } from "@/components/support/tickets/ticket-status";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { t } from "@/lib/platform/language/t";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { reopenTicket } from "@/lib/support/tickets/reopen-ticket";
import type { TicketDetail } from "@/lib/support/tickets/schema";

export type TicketHeaderProps = {
  page: Pick<AccountPageContext, "action" | "base" | "actor">;
  ticket: TicketDetail;
  /** Staff come from the queue of all accounts. */
  fromQueue: boolean;
};

/** A ticket's subject and state, and the button that closes or reopens it. */
export function TicketHeader({ page: { action, base, actor }, ticket, fromQueue }: TicketHeaderProps) {
  const { id: ticketId, allowed } = ticket;
  const closed = ticket.status === "closed";
  return (
    <PageHeader
      title={ticket.subject}
      mark={
        <>
          <TicketStatus status={ticket.status} forStaff={actor.isStaff} />
          {!closed && <PriorityBadge priority={ticket.priority} />}
        </>
      }
      description={t("Ticket #{number}", { number: ticket.number })}
      breadcrumb={[
        ...(fromQueue ? [{ label: t("Ticket queue"), href: "/staff/tickets" }] : []),
        { label: t("Tickets"), href: `${base}/tickets` },
      ]}
      actions={
        allowed.close && (
          <OperationForm
            action={action(closed ? reopenTicket : closeTicket)}
            hidden={{ ticketId }}
            submitLabel={closed ? t("Reopen ticket") : t("Close ticket")}
            submitVariant="secondary"
          />
        )
      }
    />
  );
}
