import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ReplyPicker } from "@/components/support/canned-replies/reply-picker";
import { MergePanel } from "@/components/support/merging/merge-panel";
import { MergedCallout } from "@/components/support/merging/merged-callout";
import { TicketKeys } from "@/components/support/queue/ticket-keys";
import { TicketLookers } from "@/components/support/queue/ticket-lookers";
import { DuePanel } from "@/components/support/service-levels/due-panel";
import { TicketTags } from "@/components/support/tags/ticket-tags";
import { AssignmentForms } from "@/components/support/tickets/assignment-forms";
import { Conversation } from "@/components/support/tickets/conversation";
import { LiveTicket } from "@/components/support/tickets/live-ticket";
import { NoteForm } from "@/components/support/tickets/note-form";
import { PriorityBadge } from "@/components/support/tickets/priority-badge";
import { RatingPanel } from "@/components/support/tickets/rating-panel";
import { ReplyForm } from "@/components/support/tickets/reply-form";
import { TicketFacts } from "@/components/support/tickets/ticket-facts";
import { TicketStatus } from "@/components/support/tickets/ticket-status";
import { WaitingReply } from "@/components/support/tickets/waiting-reply";
import { WatchPanel } from "@/components/support/tickets/watch-panel";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Panel } from "@/components/ui/panel";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { recordRoleRequest } from "@/lib/staff/role-requests/record-role-request";
import { listUploads } from "@/lib/support/attachments/list-uploads";
import { unmergeTicket } from "@/lib/support/merging/unmerge-ticket";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { assignTicket } from "@/lib/support/tickets/assign-ticket";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { copyIn } from "@/lib/support/tickets/copy-in";
import { holdReply } from "@/lib/support/tickets/hold-reply";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { rateTicket } from "@/lib/support/tickets/rate-ticket";
import { removeWatcher } from "@/lib/support/tickets/remove-watcher";
import { reopenTicket } from "@/lib/support/tickets/reopen-ticket";
import { sendReply } from "@/lib/support/tickets/send-reply";
import { undoReply } from "@/lib/support/tickets/undo-reply";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { watchTicket } from "@/lib/support/tickets/watch-ticket";

import { staffSide } from "./staff-side";

export const generateMetadata = (): Metadata => ({ title: t("Ticket") });

export default accountPage(async ({ execute, action, may, account, base, params, search, actor, realNow: now }) => {
  // `undone` and `canned` are for the form alone.
  const asked = [
    ...Object.entries(search).filter(([name]) => name !== "undone" && name !== "canned"),
    ["ticketId", params.ticketId ?? ""] as const,
  ];
  const ticket = await execute(viewTicket, fromStrings(viewTicket.input, asked) as { ticketId: string });
  const { id: ticketId, allowed, messages, service } = ticket;
  const desk = allowed.note ? await staffSide(execute, ticketId, search.canned) : null;
  const list = `${base}/tickets`;
  const files = { accountId: account.id, ticketId, locale: actor.locale };
  const ofReply = allowed.reply && (await execute(listUploads, { ticketId }));
  const ofNote = allowed.note && (await execute(listUploads, { ticketId, note: true }));
  const closed = ticket.status === "closed";
  const last = messages.page === 1 ? messages.items.at(-1) : undefined;
  const own = last && (last.mine || (actor.isStaff && last.authorIsStaff && last.authorName === actor.name));
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
        breadcrumb={[
          ...(desk ? [{ label: t("Ticket queue"), href: "/staff/tickets" }] : []),
          { label: t("Tickets"), href: list },
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
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {desk && (
            <TicketLookers
              initial={desk.others}
              endpoint={`/api/v1/accounts/${account.id}/tickets/${ticketId}/lookers`}
            />
          )}
          {ticket.mergedInto && <MergedCallout into={ticket.mergedInto} list={list} />}
          <Conversation
            messages={messages.items}
            earlierHref={pages.nextHref}
            laterHref={pages.previousHref}
            filesHref={`/api/v1/accounts/${files.accountId}/attachments`}
            now={now}
            format={actor}
          >
            {messages.page === 1 &&
              ticket.waiting.map((reply) => (
                <WaitingReply
                  key={reply.id}
                  reply={reply}
                  ticketId={ticketId}
                  undo={action(undoReply, `${list}/{ticketId}?undone={draftId}#reply`)}
                  send={action(sendReply)}
                  now={now}
                />
              ))}
          </Conversation>
          <LiveTicket id={ticketId} last={last && { id: last.id, own: own === true }} forStaff={actor.isStaff} />
          <RatingPanel ticket={ticket} rate={action(rateTicket)} format={actor} />
          {ofReply && (
            <Panel id="reply">
              {desk && desk.replies.length > 0 && (
                <ReplyPicker
                  replies={desk.replies}
                  endpoint={`/api/v1/accounts/${account.id}/tickets/${ticketId}/canned-replies`}
                  into="reply"
                />
              )}
              <ReplyForm
                // An undone reply fills the form anew.
                key={search.undone ?? "reply"}
                action={action(holdReply)}
                idempotencyKey={randomUUID()}
                ticket={ticket}
                draftUrl={`/api/v1/accounts/${account.id}/tickets/${ticketId}/draft`}
                typingHref={`/api/v1/accounts/${account.id}/tickets/${ticketId}/typing`}
                files={{ ...files, waiting: ofReply }}
                canned={desk?.draft}
              />
            </Panel>
          )}
          {ofNote && (
            <Panel
              id="note"
              title={t("Internal note")}
              description={t("Visible to staff only. The customer isn't notified.")}
            >
              <NoteForm
                action={action(noteOnTicket)}
                idempotencyKey={randomUUID()}
                ticketId={ticketId}
                staff={ticket.staff}
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
          {allowed.watch && (
            <WatchPanel
              ticket={ticket}
              watch={action(watchTicket)}
              copyIn={action(copyIn)}
              remove={action(removeWatcher)}
            />
          )}
          {desk && <DuePanel due={desk.due} format={actor} />}
          {desk && allowed.assign && desk.tags.on.length + desk.tags.others.length > 0 && (
            <Panel title={t("Tags")} description={t("Only staff see the tags of a ticket.")}>
              <TicketTags ticketId={ticketId} {...desk.tags} change={action(changeTicket)} />
            </Panel>
          )}
          {allowed.assign && (
            <Panel title={t("Assignment")}>
              <AssignmentForms assign={action(assignTicket)} hand={action(assignTicket, list)} ticket={ticket} />
            </Panel>
          )}
          {may(recordRoleRequest) && (
            <Panel
              title={t("Role request")}
              description={t("Does this ticket ask for access for someone? Record it, and the owner can confirm it.")}
            >
              <ButtonLink href={`/staff/accounts/${account.id}/role-requests/new?ticket=${ticketId}`}>
                {t("Record role request")}
              </ButtonLink>
            </Panel>
          )}
          {allowed.assign && <MergePanel ticket={ticket} list={list} unmerge={action(unmergeTicket)} />}
        </div>
      </div>
      {desk && <TicketKeys queue="/staff/tickets" />}
    </>
  );
});
