import { connect } from "node:net";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import type { BenchPortal } from "../support/bench-portal";
import { cookieOf } from "../support/cookie-of";
import { memoryDuring } from "../support/memory-during";
import { duration, type Targets } from "../support/targets";
import { FIRST_DAY, INVOICES, type LargeAccount } from "./large-account";

const COMPLETE_MS = 60_000;
const CLOSED_MS = 60_000;
const GROWTH_MB = 64;

/**
 * The statement of 100,000 invoices as CSV: complete, with constant memory, and without a transaction that waits for a
 * client who doesn't read.
 */
export async function largeCsv(
  { url, server, db, account }: { readonly db: OwnerDatabase; readonly account: LargeAccount } & BenchPortal,
  targets: Targets,
): Promise<void> {
  const cookie = await cookieOf(db, account.owner);
  const path = `/api/v1/accounts/${account.id}/statement/csv?from=${FIRST_DAY}&to=2199-12-31`;
  // The process then has the heap it needs: growth after that comes from the file.
  await download(`${url}${path}`, cookie);
  const longest = longestTransaction(db);
  const { answer, memory } = await memoryDuring(server.pid, () => download(`${url}${path}`, cookie));
  const transaction = await longest.stop();
  console.log(
    `\nStatement of ${INVOICES} invoices as CSV: ${answer.lines} lines, ${Math.round(answer.bytes / 1e6)} MB, first byte after ${duration(answer.firstByte)}`,
  );
  targets.atMost("lines missing in the CSV of 100,000 invoices", 0, 2 * INVOICES + 3 - answer.lines, "lines");
  targets.within("CSV of 100,000 invoices, complete after", COMPLETE_MS, answer.took);
  targets.within("longest transaction of the portal meanwhile", COMPLETE_MS, transaction);
  if (memory !== null) {
    const [first, second, last] = memory.thirds;
    console.log(
      `  memory of the portal by thirds: ${[first, second, last].map((size) => `${size.toFixed(0)} MB`).join(", ")}`,
    );
    targets.atMost("growth from the first third to the last", GROWTH_MB, Math.max(0, last - first), "MB");
  }
  const slow = await unread(url, path, cookie, db);
  targets.within("a client who doesn't read it, closed after", CLOSED_MS, slow.closed);
  targets.atMost("transactions open for that client", 0, slow.transactions, "transactions");
}

async function download(url: string, cookie: string) {
  const began = performance.now();
  const answer = await fetch(url, {
    headers: { cookie, "accept-encoding": "identity" },
    signal: AbortSignal.timeout(300_000),
  });
  if (answer.status !== 200) throw new Error(`The CSV was answered with ${answer.status}: ${await answer.text()}`);
  let firstByte = 0;
  let bytes = 0;
  let lines = 0;
  for await (const piece of answer.body ?? []) {
    firstByte ||= performance.now() - began;
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) lines += 1;
  }
  return { firstByte, bytes, lines, took: performance.now() - began };
}

/** Of all transactions of the application's roles, how long the longest has been open. */
function longestTransaction(db: OwnerDatabase) {
  let longest = 0;
  let stopped = false;
  const looking = (async () => {
    while (!stopped) {
      longest = Math.max(longest, (await openTransactions(db)).longest);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return {
    async stop() {
      stopped = true;
      await looking;
      return longest;
    },
  };
}

async function openTransactions(db: OwnerDatabase): Promise<{ count: number; longest: number }> {
  const [row] = await db.$queryRaw<{ count: bigint; longest: number }[]>`
    select count(*) as "count", coalesce(max(extract(epoch from clock_timestamp() - "xact_start")) * 1000, 0)::float8 as "longest"
    from pg_stat_activity where "xact_start" is not null and "backend_type" = 'client backend' and pid <> pg_backend_pid()`;
  return { count: Number(row?.count ?? 0n), longest: row?.longest ?? 0 };
}

/** Requests the file, reads its first bytes and no more. */
async function unread(url: string, path: string, cookie: string, db: OwnerDatabase) {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), "localhost");
  socket.on("error", () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nAccept-Encoding: identity\r\n\r\n`);
  await new Promise((resolve) => socket.once("data", resolve));
  socket.pause();
  const began = performance.now();
  const { count } = await openTransactions(db);
  const closed = new Promise<number>((resolve) => socket.on("close", () => resolve(performance.now() - began)));
  // A socket that is not being read only notices its end by writing.
  const knocking = setInterval(() => socket.writable && socket.write("\r\n"), 1_000);
  return { transactions: count, closed: await closed.finally(() => clearInterval(knocking)) };
}
