import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { asWorker } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { log } from "@/lib/platform/logging/log";
import { execute } from "@/lib/platform/operations/execute";
import { sendReply } from "./send-reply";

interface DueReply {
  readonly id: string;
  readonly accountId: string;
  readonly ticketId: string;
}

export interface SentReplies {
  readonly sent: number;
  /** Milliseconds until the next reply is due; null if none waits. */
  readonly nextInMs: number | null;
}

const AT_A_TIME = 100;

/**
 * Sends the replies whose ten seconds are over, each in the name of its author. Any number of workers can do it: a reply is
 * sent by whoever takes its row. One whose author may no longer reply is held back, for them to find.
 */
export async function sendDueReplies(stopping: () => boolean = () => false): Promise<SentReplies> {
  const tried = new Set<string>();
  let sent = 0;
  while (!stopping()) {
    const due = (await dueReplies()).filter(({ id }) => !tried.has(id));
    if (due.length === 0) break;
    for (const reply of due) {
      if (stopping()) break;
      tried.add(reply.id);
      if (await sendOne(reply)) sent += 1;
    }
  }
  return { sent, nextInMs: await nextInMs() };
}

async function sendOne({ id, accountId, ticketId }: DueReply): Promise<boolean> {
  const caller = { credential: { by: "draft", id }, via: "system", ip: "" } as const;
  try {
    await execute(caller, accountId, sendReply, { ticketId, draftId: id });
    return true;
  } catch (error) {
    const refused = error instanceof Problem && !["unavailable", "conflict"].includes(error.code);
    if (refused) await holdBack(id);
    else log().error({ err: error }, "Sending a reply failed. It is tried again in a minute.");
    return false;
  }
}

/** Nothing, if it was sent by another worker or undone meanwhile. */
const holdBack = (id: string): Promise<unknown> =>
  asWorker((db) => db.ticketDraft.updateMany({ where: { id, sendAt: { not: null } }, data: { heldBack: true } }));

/** By the clock of the database, which set when they are due. */
const dueReplies = (): Promise<DueReply[]> =>
  asWorker((db) =>
    queryRows<DueReply>(
      db,
      sql`select "id", "accountId", "ticketId" from "TicketDraft"
        where "sendAt" <= clock_timestamp() and not "heldBack" order by "sendAt", "id" limit ${AT_A_TIME}`,
    ),
  );

async function nextInMs(): Promise<number | null> {
  const rows = await asWorker((db) =>
    queryRows<{ ms: number | null }>(
      db,
      sql`select (extract(epoch from min("sendAt") - clock_timestamp()) * 1000)::float8 as ms from "TicketDraft"
        where "sendAt" > clock_timestamp() and not "heldBack"`,
    ),
  );
  return rows[0]?.ms ?? null;
}
