import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { threadOf } from "./thread-of";
import type { TicketRow } from "./ticket-record";

/**
 * Throws `conflict`, with the newest message as `seen`, if others have written since the message that the author of a
 * reply last saw. Sent again with the new `seen`, the reply goes out. An unknown `seen` is as good as none.
 */
export async function refuseUnseen(context: Context, ticket: TicketRow, seen: string | undefined): Promise<void> {
  if (seen === undefined) return;
  const { db, actor } = context;
  const { where: thread } = await threadOf(context, ticket);
  const last = await db.ticketMessage.findFirst({ where: { ...thread, id: seen }, select: { createdAt: true } });
  if (last === null) return;
  const since = await db.ticketMessage.findMany({
    where: { ...thread, createdAt: { gte: last.createdAt }, id: { not: seen } },
    select: { id: true, createdAt: true, authorContactId: true, authorIsStaff: true, authorName: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const own = (one: (typeof since)[number]) =>
    one.authorIsStaff === actor.isStaff &&
    (actor.isStaff ? one.authorName === actor.name : one.authorContactId === actor.contactId);
  const unseen = since.filter((one) => !own(one) && (one.createdAt > last.createdAt || one.id > seen));
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

/** Enough to say how many are new. */
const MOST = 25;
