import { addNotifications } from "@/lib/platform/db/add-notifications";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { asJob, asWorker } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { log } from "@/lib/platform/logging/log";
import { execute } from "@/lib/platform/operations/execute";
import { replyHeldBack } from "./reply-held-back";
import { sendReply } from "./send-reply";

interface DueReply {
  readonly id: string;
  readonly accountId: string;
  readonly ticketId: string;
  readonly personId: string;
  readonly sendAt: Date;
}

export interface SentReplies {
  readonly sent: number;
  /** Milliseconds until the next reply is due; null if none waits. */
  readonly nextInMs: number | null;
}

const AT_A_TIME = 100;

/**
 * Sends the replies whose ten seconds are over, each in the name of its author. Any number of workers can do it: a reply is
 * sent by whoever takes its row. One that can't be sent is held back, which its author is notified of. One that failed is tried
 * again with the next run, however many of those there are: each run goes through all that are due once.
 */
export async function sendDueReplies(stopping: () => boolean = () => false): Promise<SentReplies> {
  let sent = 0;
  let due = await dueReplies(null);
  while (due.length > 0 && !stopping()) {
    for (const reply of due) {
      if (stopping()) break;
      if (await sendOne(reply)) sent += 1;
    }
    due = await dueReplies(due.at(-1) ?? null);
  }
  return { sent, nextInMs: await nextInMs() };
}

async function sendOne(reply: DueReply): Promise<boolean> {
  const { id, accountId, ticketId } = reply;
  const caller = { credential: { by: "draft", id }, via: "system", ip: "" } as const;
  try {
    await execute(caller, accountId, sendReply, { ticketId, draftId: id });
    return true;
  } catch (error) {
    const refused = error instanceof Problem ? error : null;
    const overtaken = refused?.code === "conflict" && refused.extra.seen !== undefined;
    if (overtaken || (refused && !["unavailable", "conflict"].includes(refused.code))) {
      await holdBack(reply, overtaken);
    } else log().error({ err: error }, "Sending a reply failed. It is tried again in a minute.");
    return false;
  }
}

/** Nothing, if it was sent by another worker or undone meanwhile. */
async function holdBack({ id, accountId, ticketId, personId }: DueReply, overtaken: boolean): Promise<void> {
  const where = { id, sendAt: { not: null }, heldBack: false };
  const { count } = await asWorker((db) => db.ticketDraft.updateMany({ where, data: { heldBack: true, overtaken } }));
  if (count === 0) return;
  const held = { kind: replyHeldBack.kind, about: { ticketId }, to: [personId] };
  await asJob(accountId, new Date(), ({ db }) => addNotifications(db, held));
}

/** By the clock of the database, which set when they are due; the next ones after `last`. */
const dueReplies = (last: DueReply | null): Promise<DueReply[]> =>
  asWorker((db) =>
    queryRows<DueReply>(
      db,
      sql`select "id", "accountId", "ticketId", "personId", "sendAt" from "TicketDraft"
        where "sendAt" <= clock_timestamp() and not "heldBack"
          and (${last === null} or ("sendAt", "id") > (${last?.sendAt ?? null}::timestamptz, ${last?.id ?? null}::uuid))
        order by "sendAt", "id" limit ${AT_A_TIME}::int`,
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
