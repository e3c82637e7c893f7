import { z } from "zod";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";

/** A page says that it is open every 20 seconds: after two that are missing it counts as closed. */
const OPEN_MS = 50_000;
/** Somebody who has paused this long doesn't write any more. */
const WRITING_MS = 30_000;

/**
 * Who else of staff has a ticket open. Asking says that one has it open oneself: no change of the ticket, so it isn't in
 * the activity log. It ends by time, whatever becomes of the page.
 */
export const lookAtTicket = defineQuery({
  name: "queue.look-at-ticket",
  permission: "support.tickets.note",
  scope: "account",
  summary: "See who else of staff has a ticket open (staff)",
  activity: "see who has a ticket open",
  input: z.object({ ticketId: id, writing: z.boolean().default(false).describe("Whether the caller is writing") }),
  output: z.object({
    others: z.array(z.object({ name: z.string(), since: isoDateTime, writing: z.boolean() })),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}/lookers" },
  run: async (context, { ticketId, writing }) => {
    const { db, actor, realNow: now } = context;
    const where = accessibleWhere(context, "support.tickets.note", { id: ticketId });
    if ((await db.ticket.findFirst({ where, select: { id: true } })) === null) throw notFound(t("Ticket not found."));
    await noteLook(context, ticketId, writing);
    const found = await db.ticketLook.findMany({
      where: { ticketId, personId: { not: actor.personId }, seenAt: { gt: new Date(now.getTime() - OPEN_MS) } },
      select: { since: true, writingAt: true, person: { select: { name: true } } },
      orderBy: [{ since: "asc" }, { personId: "asc" }],
      take: 10,
    });
    const others = found.map(({ since, writingAt, person: { name } }) => ({
      name,
      since: iso(since),
      writing: writingAt !== null && now.getTime() - writingAt.getTime() < WRITING_MS,
    }));
    return { others };
  },
});

async function noteLook({ db, account, actor, realNow: now }: Context<"account">, ticketId: string, writing: boolean) {
  const writingAt = writing ? now : null;
  const closed = new Date(now.getTime() - OPEN_MS);
  await queryRows(
    db,
    sql`insert into "TicketLook" as l ("accountId", "ticketId", "personId", "since", "seenAt", "writingAt")
      values (${account.id}::uuid, ${ticketId}::uuid, ${actor.personId}::uuid, ${now}::timestamptz, ${now}::timestamptz, ${writingAt}::timestamptz)
      on conflict ("accountId", "ticketId", "personId") do update set "seenAt" = excluded."seenAt",
        "since" = case when l."seenAt" < ${closed}::timestamptz then excluded."since" else l."since" end,
        "writingAt" = coalesce(excluded."writingAt", l."writingAt")`,
  );
}
