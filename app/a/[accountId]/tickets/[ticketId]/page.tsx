import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { AssignmentForms } from "@/components/support/tickets/assignment-forms";
import { Conversation } from "@/components/support/tickets/conversation";
import { NoteForm } from "@/components/support/tickets/note-form";
import { PriorityBadge } from "@/components/support/tickets/priority-badge";
import { ReplyForm } from "@/components/support/tickets/reply-form";
import { TicketFacts } from "@/components/support/tickets/ticket-facts";
import { TicketStatus } from "@/components/support/tickets/ticket-status";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Panel } from "@/components/ui/panel";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listUploads } from "@/lib/support/attachments/list-uploads";
import { assignTicket } from "@/lib/support/tickets/assign-ticket";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { reopenTicket } from "@/lib/support/tickets/reopen-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { viewTicket } from "@/lib/support/tickets/view-ticket";

export const generateMetadata = (): Metadata => ({ title: t("Ticket") });

export default accountPage(async ({ execute, action, base, params, search, actor, account, realNow: now }) => {
  const asked = [...Object.entries(search), ["ticketId", params.ticketId ?? ""] as const];
  const ticket = await execute(viewTicket, fromStrings(viewTicket.input, asked) as { ticketId: string });
  const { id: ticketId, allowed, messages, service } = ticket;
  const list = `${base}/tickets`;
  const files = { accountId: account.id, ticketId, locale: actor.locale };
  const ofReply = allowed.reply && (await execute(listUploads, { ticketId }));
  const ofNote = allowed.note && (await execute(listUploads, { ticketId, note: true }));
  const closed = ticket.status === "closed";
  const pages = pageLinks(`${list}/${ticketId}`, search, messages, [msg("message@@of"), msg("messages@@of")]);
  return (
    <>
      <PageHeader
        title={ticket.subject}
        mark={
          <>
            <TicketStatus status={ticket.status} forStaff={actor.isStaff} />
            {!closed && <PriorityBadge priority={ticket.priority} />}
          </>
        }
        description={t("Ticket #{number}", { number: ticket.number })}
        breadcrumb={[{ label: t("Tickets"), href: list }]}
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
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Conversation
            messages={messages.items}
            earlierHref={pages.nextHref}
            laterHref={pages.previousHref}
            filesHref={`/api/v1/accounts/${files.accountId}/attachments`}
            now={now}
            format={actor}
          />
          {ofReply && (
            <Panel id="reply">
              <ReplyForm
                action={action(replyToTicket)}
                idempotencyKey={randomUUID()}
                ticketId={ticketId}
                closed={closed}
                files={{ ...files, waiting: ofReply }}
              />
            </Panel>
          )}
          {ofNote && (
            <Panel title={t("Internal note")} description={t("Visible to staff only. The customer isn't notified.")}>
              <NoteForm
                action={action(noteOnTicket)}
                idempotencyKey={randomUUID()}
                ticketId={ticketId}
                files={{ ...files, note: true, waiting: ofNote }}
              />
            </Panel>
          )}
        </div>
        <div className="flex flex-col gap-4">
          <Panel title={t("Details")}>
            <TicketFacts
              ticket={ticket}
              serviceHref={service ? `${base}/services/${service.id}` : undefined}
              format={actor}
            />
          </Panel>
          {allowed.assign && (
            <Panel title={t("Assignment")}>
              <AssignmentForms assign={action(assignTicket)} hand={action(assignTicket, list)} ticket={ticket} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
});
