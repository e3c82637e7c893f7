import { env } from "@/lib/platform/config/env";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { Department } from "@/lib/policy/departments";
import type { RecordFor } from "@/lib/policy/needs";
import { TicketMessage } from "@/lib/support/tickets/mail/ticket-message";

export type ToldTicket = RecordFor<"support.tickets.view"> & {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly department: Department;
  readonly assigneeId: string | null;
  readonly mergedIntoId: string | null;
};

export interface ToldMessage {
  readonly id: string;
  readonly body: string;
  /** The names of its files. */
  readonly files: readonly string[];
  /** Whether it opens its ticket. */
  readonly opens: boolean;
  /** A note, for staff alone. */
  readonly internal?: true;
}

/** The mail about a message, for customers and staff; `linked` if the reader can open the ticket. */
export const messageMail = (
  { account, actor }: Context<"account">,
  ticket: ToldTicket,
  { body, files, opens, internal }: ToldMessage,
) => ({
  accountId: account.id,
  kind: ticket.department === "billing" ? ("billing" as const) : ("support" as const),
  subject: () => `[#${ticket.number}] ${ticket.subject}`,
  template: "ticket-message",
  write: ({ linked, footer }: { readonly linked: boolean; readonly footer: string }) =>
    TicketMessage({
      heading: headingOf(ticket.subject, { opens, internal }),
      accountName: account.name,
      ticket,
      authorName: actor.name,
      body,
      files,
      href: linked ? `${env().PORTAL_URL}/a/${account.id}/tickets/${ticket.id}` : null,
      footer,
      answerable: env().MAIL_IN_DOMAIN !== undefined,
    }),
});

function headingOf(subject: string, { opens, internal }: Pick<ToldMessage, "opens" | "internal">): string {
  if (internal) return t("Internal note: {subject}", { subject });
  return opens ? t("New ticket: {subject}", { subject }) : t("New reply: {subject}", { subject });
}
