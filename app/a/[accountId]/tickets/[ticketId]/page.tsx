import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { MergedCallout } from "@/components/support/merging/merged-callout";
import { TicketKeys } from "@/components/support/queue/ticket-keys";
import { TicketLookers } from "@/components/support/queue/ticket-lookers";
import { Conversation } from "@/components/support/tickets/conversation";
import { LiveTicket } from "@/components/support/tickets/live-ticket";
import { RatingPanel } from "@/components/support/tickets/rating-panel";
import { WaitingReply } from "@/components/support/tickets/waiting-reply";
import { pageLinks } from "@/components/ui/page-links";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listCcSuggestions } from "@/lib/support/tickets/list-cc-suggestions";
import { rateTicket } from "@/lib/support/tickets/rate-ticket";
import { sendReply } from "@/lib/support/tickets/send-reply";
import { undoReply } from "@/lib/support/tickets/undo-reply";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { messageForms } from "./message-forms";
import { SidePanels } from "./side-panels";
import { staffSide } from "./staff-side";
import { TicketHeader } from "./ticket-header";

export const generateMetadata = (): Metadata => ({ title: t("Ticket") });

export default accountPage(async (page) => {
  const { execute, action, account, base, params, search, actor, realNow: now } = page;
  // `undone` and `canned` are for the form alone.
  const asked = [
    ...Object.entries(search).filter(([name]) => name !== "undone" && name !== "canned"),
    ["ticketId", params.ticketId ?? ""] as const,
  ];
  const ticket = await execute(viewTicket, fromStrings(viewTicket.input, asked) as { ticketId: string });
  const { id: ticketId, allowed, messages } = ticket;
  const desk = allowed.note ? await staffSide(execute, ticketId, search.canned) : null;
  const suggested = page.may(listCcSuggestions) ? await execute(listCcSuggestions, { ticketId }) : { items: [] };
  const list = `${base}/tickets`;
  const forms = await messageForms({ page, ticket, desk });
  const last = messages.page === 1 ? messages.items.at(-1) : undefined;
  const own = last && (last.mine || (actor.isStaff && last.authorIsStaff && last.authorName === actor.name));
  const pages = pageLinks(`${list}/${ticketId}`, search, messages, [msg("message@@of"), msg("messages@@of")]);
  return (
    <>
      <TicketHeader page={page} ticket={ticket} fromQueue={desk !== null} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {desk && (
            <TicketLookers
              initial={desk.others}
              endpoint={`/api/v1/accounts/${account.id}/tickets/${ticketId}/lookers`}
            />
          )}
          {ticket.isMerged && (
            <MergedCallout id={ticket.rating ? undefined : "rating"} into={ticket.mergedInto} list={list} />
          )}
          <Conversation
            messages={messages.items}
            earlierHref={pages.nextHref}
            laterHref={pages.previousHref}
            filesHref={`/api/v1/accounts/${account.id}/attachments`}
            now={now}
            format={actor}
          >
            {messages.page === 1 &&
              ticket.waiting.map((reply) => (
                <WaitingReply
                  key={reply.id}
                  reply={reply}
                  ticketId={ticketId}
                  seen={ticket.newestMessageId ?? undefined}
                  mayReply={ticket.allowed.reply}
                  undo={action(undoReply, `${list}/{ticketId}?undone={draftId}#reply`)}
                  send={action(sendReply)}
                  now={now}
                />
              ))}
          </Conversation>
          <LiveTicket id={ticketId} last={last && { id: last.id, own: own === true }} forStaff={actor.isStaff} />
          <RatingPanel ticket={ticket} rate={action(rateTicket)} format={actor} />
          {forms}
        </div>
        <SidePanels page={page} ticket={ticket} desk={desk} copiedIn={suggested.items.map(({ address }) => address)} />
      </div>
      {desk && <TicketKeys queue="/staff/tickets" />}
    </>
  );
});
