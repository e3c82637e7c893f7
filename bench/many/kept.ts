import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { until } from "./until";

/** What became of the work that was going on while processes were killed. */
export interface Kept {
  /** Tickets that a customer was told are open, but are not there, or there twice. */
  readonly lostTickets: number;
  readonly repeatedTickets: number;
  /** Mails that were neither sent nor are claimed by a worker that was killed. */
  readonly lostMails: number;
  readonly claimedMails: number;
  readonly repeatedMails: number;
  readonly sentMails: number;
}

/** Waits for the mail, and counts from the tables and the mail server. */
export async function kept(
  db: OwnerDatabase,
  opened: readonly string[],
  arrived: ReadonlyMap<string, number>,
): Promise<Kept> {
  const waiting = { status: "queued" as const, claimedAt: null };
  await until("all mail is sent", async () => (await db.outboxMail.count({ where: waiting })) === 0);
  const tickets = await db.ticket.groupBy({ by: ["subject"], where: { subject: { in: [...opened] } }, _count: true });
  const mails = await db.outboxMail.findMany({ select: { messageId: true, status: true, claimedAt: true } });
  const isClaimed = ({ status, claimedAt }: (typeof mails)[number]) => status === "queued" && claimedAt !== null;
  const bare = (id: string) => id.replace(/^<|>$/g, "");
  return {
    lostTickets: opened.length - tickets.length,
    repeatedTickets: tickets.filter(({ _count }) => _count > 1).length,
    lostMails: mails.filter((mail) => !isClaimed(mail) && !arrived.has(bare(mail.messageId))).length,
    claimedMails: mails.filter(isClaimed).length,
    repeatedMails: [...arrived.values()].filter((times) => times > 1).length,
    sentMails: arrived.size,
  };
}
