import { randomUUID } from "node:crypto";
import type { AccountPageContext } from "@/app/page-context";
import { ReplyPicker } from "@/components/support/canned-replies/reply-picker";
import { NoteForm } from "@/components/support/tickets/note-form";
import { ReplyForm } from "@/components/support/tickets/reply-form";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { listUploads } from "@/lib/support/attachments/list-uploads";
import { holdReply } from "@/lib/support/tickets/hold-reply";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import type { TicketDetail } from "@/lib/support/tickets/schema";
import type { StaffSide } from "./staff-side";

export type MessageFormsProps = {
  page: Pick<AccountPageContext, "execute" | "action" | "askFor" | "account" | "search" | "actor">;
  ticket: TicketDetail;
  desk: StaffSide | null;
};

/** The forms of a reply and of an internal note, with the files that wait for each. */
export async function messageForms({ page, ticket, desk }: MessageFormsProps) {
  const { execute, action, askFor, account, search, actor } = page;
  const { id: ticketId, allowed } = ticket;
  const url = `/uploads/${account.id}`;
  const { locale } = actor;
  const ofReply = allowed.reply && (await execute(listUploads, { ticketId }));
  const askToReply = !allowed.reply && desk === null && (await askFor(holdReply, ticketId));
  const ofNote = allowed.note && (await execute(listUploads, { ticketId, note: true }));
  return (
    <>
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
            files={{ destination: { url, about: { ticketId } }, waiting: ofReply, locale }}
            canned={desk?.draft}
          />
        </Panel>
      )}
      {askToReply && (
        <Panel
          title={t("Reply")}
          description={t("You can read this ticket, but you need “Reply to tickets” to answer.")}
        >
          {askToReply}
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
            files={{
              destination: { url, about: { ticketId, note: "true" } },
              id: "note-files",
              waiting: ofNote,
              locale,
            }}
          />
        </Panel>
      )}
    </>
  );
}
