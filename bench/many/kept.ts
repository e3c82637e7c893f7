import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { until } from "./until";

/** What became of the work that was going on while processes were killed. */
export interface Kept {
  /** Tickets that a customer was told are open, but are not there, or there twice. */
  readonly lostTickets: number;
  readonly repeatedTickets: number;
  /** Mails that were neither sent nor are claimed by a worker that was killed, though somebody may read them. */
  readonly lostMails: number;
  /** Mails that weren't sent because their reader was suspended meanwhile. */
  readonly unwantedMails: number;
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
  const mails = await db.outboxMail.findMany({
    select: { messageId: true, status: true, claimedAt: true, unwanted: true },
  });
  const isClaimed = ({ status, claimedAt }: (typeof mails)[number]) => status === "queued" && claimedAt !== null;
  const bare = (id: string) => id.replace(/^<|>$/g, "");
  return {
    lostTickets: opened.length - tickets.length,
    repeatedTickets: tickets.filter(({ _count }) => _count > 1).length,
    lostMails: mails.filter((mail) => !isClaimed(mail) && !mail.unwanted && !arrived.has(bare(mail.messageId))).length,
    unwantedMails: mails.filter(({ unwanted }) => unwanted).length,
    claimedMails: mails.filter(isClaimed).length,
    repeatedMails: [...arrived.values()].filter((times) => times > 1).length,
    sentMails: arrived.size,
  };
}
