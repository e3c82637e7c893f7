import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { type ClaimedAddress, isSigned } from "@/lib/support/core/signed-address";
import type { MailFacts } from "./mail-facts";

/** The ticket that a mail answers, as told by a mail that the portal sent. */
export interface FoundThread {
  readonly accountId: string;
  readonly accountName: string;
  readonly ticketId: string;
  readonly ticketNumber: number;
  /** The mail was about a note that only staff see. */
  readonly internal: boolean;
  /** Only older mails of the conversation are known, and not the one that is answered. */
  readonly uncertain?: true;
}

/** A mail that the portal sent about a ticket. */
export type SentMail = NonNullable<Awaited<ReturnType<typeof sentMail>>>;

/** The mail behind one of our addresses; null if the address is made up. */
export const mailBehind = (claimed: ClaimedAddress): Promise<SentMail | null> =>
  asIdentity(async (db) => {
    const mail = await sentMail(db, { id: claimed.mailId });
    return mail !== null && isSigned(claimed, mail) ? mail : null;
  });

/**
 * The thread of a mail: that of the address it was sent to, else that of a mail of ours which it says it answers:
 * In-Reply-To, then References from the right. Never by its subject.
 */
export async function findThread(claimed: ClaimedAddress | null, facts: MailFacts): Promise<FoundThread | null> {
  const addressed = claimed?.purpose === "support" ? await mailBehind(claimed) : null;
  if (addressed !== null) return threadOf(addressed);
  const known = await asIdentity((db) =>
    db.ticketMail.findMany({ where: { messageId: { in: [...facts.answers] } }, select: sentColumns, take: 50 }),
  );
  const answered = facts.answers.flatMap((id) => known.find(({ messageId }) => messageId === id) ?? [])[0];
  if (answered === undefined) return null;
  return { ...threadOf(answered), ...(answered.messageId !== facts.answers[0] && { uncertain: true }) };
}

/** Whether the mail is one of our own that came back. */
export const isOwnMail = async (messageId: string | null): Promise<boolean> =>
  messageId !== null &&
  (await asIdentity((db) => db.ticketMail.findUnique({ where: { messageId }, select: { id: true } }))) !== null;

/** The ticket with this number, on any account. */
export async function ticketNumbered(number: number): Promise<FoundThread | null> {
  const ticket = await asIdentity((db) =>
    db.ticket.findUnique({ where: { number }, select: { id: true, number: true, account } }),
  );
  return ticket && threadOf({ ticketId: ticket.id, ticket, internal: false });
}

const account = { select: { id: true, name: true } } as const;
const sentColumns = {
  id: true,
  accountId: true,
  ticketId: true,
  contactId: true,
  personId: true,
  internal: true,
  address: true,
  messageId: true,
  bouncedAt: true,
  ticket: { select: { number: true, account } },
  ticketMessage: { select: { ticket: { select: { id: true, number: true } } } },
} as const;

const sentMail = (db: ScopedDb, where: { id: string }) => db.ticketMail.findUnique({ where, select: sentColumns });

interface Threaded {
  readonly ticketId: string;
  readonly internal: boolean;
  readonly ticket: { readonly number: number; readonly account: { readonly id: string; readonly name: string } };
  /** The message that it is about, and where that stands now: it may have been split off since. */
  readonly ticketMessage?: { readonly ticket: { readonly id: string; readonly number: number } } | null;
}

export const threadOf = ({ ticketId, internal, ticket, ticketMessage }: Threaded): FoundThread => ({
  accountId: ticket.account.id,
  accountName: ticket.account.name,
  ticketId: ticketMessage?.ticket.id ?? ticketId,
  ticketNumber: ticketMessage?.ticket.number ?? ticket.number,
  internal,
});
