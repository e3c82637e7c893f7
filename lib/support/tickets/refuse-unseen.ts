import type { Prisma } from "@/lib/platform/db/generated/client";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { threadOf } from "./thread-of";
import type { TicketRow } from "./ticket-record";

/**
 * Throws `conflict`, with the newest message as `seen`, if others have written since the message that the author of a
 * reply last saw, wherever that stands by now. Sent again with the new `seen`, the reply goes out. An unknown `seen` is as
 * good as none.
 */
export async function refuseUnseen(
  context: Context<"account">,
  ticket: TicketRow,
  seen: string | null | undefined,
): Promise<void> {
  if (seen === undefined || seen === null) return;
  const { db, account, actor } = context;
  const where = { accountId: account.id, id: seen };
  const last = await db.ticketMessage.findFirst({ where, select: { createdAt: true } });
  if (last === null) return;
  const { where: thread } = await threadOf(context, ticket);
  const gt = last.createdAt;
  const unseen = await db.ticketMessage.findMany({
    where: { ...thread, AND: [byOthers(actor), { OR: [{ createdAt: { gt } }, { createdAt: gt, id: { gt: seen } }] }] },
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const [newest] = unseen;
  if (newest === undefined) return;
  throw new Problem(
    "conflict",
    t(
      "{count, plural, one {There is a new message} other {There are # new messages}} in this ticket that you haven't seen. Your reply hasn't been sent. Read what is new above, then send your reply again.",
      { count: unseen.length },
    ),
    { seen: newest.id },
  );
}

/** Limited in the statement: however much the author has written since, it hides nothing of what others wrote. */
const byOthers = ({ isStaff, name, contactId }: Context["actor"]): Prisma.TicketMessageWhereInput => ({
  OR: [
    { authorIsStaff: !isStaff },
    ...(isStaff
      ? [{ authorName: { not: name } }]
      : [{ authorContactId: null }, { authorContactId: { not: contactId } }]),
  ],
});

/** Enough to say how many are new. */
const MOST = 25;
