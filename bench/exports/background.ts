import { setTimeout as wait } from "node:timers/promises";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { programs } from "@/scripts/process/programs";
import type { Shutdown } from "@/scripts/process/run-command";
import { startProcess } from "@/scripts/process/start-process";
import type { BenchPortal } from "../support/bench-portal";
import { cookieOf } from "../support/cookie-of";
import { memoryDuring } from "../support/memory-during";
import { duration, type Targets } from "../support/targets";
import { FIRST_DAY, type LargeAccount } from "./large-account";

const READY_MS = 15 * 60_000;
const MEMORY_MB = 2_048;

type Prepared = { id: string; state: string; done: number; bytes: number | null; downloadPath: string | null };

/** The statement of 100,000 invoices as PDF: requested, prepared by the worker with progress, downloaded. */
export async function background(
  { url, db, databaseUrl, account }: { readonly db: OwnerDatabase; readonly account: LargeAccount } & BenchPortal,
  targets: Targets,
  shutdown: Shutdown,
): Promise<void> {
  const cookie = await cookieOf(db, account.owner);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { cookie, origin: url, "content-type": "application/json" },
      signal: AbortSignal.timeout(120_000),
    });
  const pdf = `/api/v1/accounts/${account.id}/statement/pdf`;
  const direct = await ask(`${pdf}?from=${FIRST_DAY}`);
  targets.statuses("PDF of 100,000 invoices, requested directly", { [direct.status]: 1 }, ["400"]);
  const env = { DATABASE_URL: databaseUrl, NODE_ENV: "production" };
  const worker = startProcess(shutdown, programs.worker, { env, output: "errors" });
  const began = performance.now();
  await ask(pdf, { method: "POST", body: JSON.stringify({ from: FIRST_DAY }) });
  const seen = new Set<number>();
  const { answer: file, memory } = await memoryDuring(worker.pid, async () => {
    for (;;) {
      const { items } = (await (await ask(`/api/v1/me/exports?account=${account.id}`)).json()) as { items: Prepared[] };
      const [item] = items;
      if (item?.state === "ready" || item?.state === "failed" || performance.now() - began > READY_MS) return item;
      seen.add(item?.done ?? 0);
      await wait(1_000);
    }
  });
  const took = performance.now() - began;
  console.log(
    `\nStatement of 100,000 invoices as PDF: ${file?.state} after ${duration(took)}, ${seen.size} steps of progress seen`,
  );
  targets.within(
    "PDF of 100,000 invoices, ready after",
    READY_MS,
    file?.state === "ready" ? took : Number.POSITIVE_INFINITY,
  );
  if (memory !== null) targets.atMost("memory of the worker meanwhile", MEMORY_MB, memory.peak, "MB");
  const answer = await ask(file?.downloadPath ?? "");
  const bytes = (await answer.arrayBuffer()).byteLength;
  console.log(`  ${Math.round(bytes / 1e6)} MB`);
  targets.statuses("its download", { [answer.status]: 1 }, ["200"]);
  await worker.stop();
}
