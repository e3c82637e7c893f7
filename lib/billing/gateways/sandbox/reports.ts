import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { GatewayReport } from "@/lib/billing/gateways/payment-gateway";
import { sandboxStore } from "@/lib/platform/db/sandbox-store";
import { sign } from "./signature";

type ReportBody = Distributed<GatewayReport>;
type Distributed<R> = R extends unknown ? Omit<R, "eventId" | "at"> : never;

/** Queues an event for delivery `days` from now on the billing clock. */
export async function queueReport(client: PoolClient, days: number, body: ReportBody): Promise<void> {
  await client.query(
    "insert into sandbox.report (id, body, due_at) values ($1, $2, sandbox.clock() + $3 * interval '1 day')",
    [`sbe_${randomUUID()}`, JSON.stringify(body, amountsAsText), days],
  );
}

/**
 * Delivers due bank events, each signed like a webhook. An event whose `deliver` throws is delivered again next time,
 * as is one two workers took at once: events may arrive more than once.
 *
 * @returns how many were delivered
 */
export async function deliverSandboxReports(
  deliver: (body: string, signature: string) => Promise<void>,
  limit = 100,
): Promise<number> {
  const { rows } = await sandboxStore().query<{ id: string; body: object; at: Date }>(
    `select id, body, due_at as at from sandbox.report where delivered_at is null and due_at <= sandbox.clock()
     order by due_at, id limit $1`,
    [limit],
  );
  let delivered = 0;
  const failures: unknown[] = [];
  for (const { id, body, at } of rows) {
    const text = JSON.stringify({ ...body, eventId: id, at: at.toISOString() });
    try {
      await deliver(text, sign(text, new Date()));
    } catch (error) {
      failures.push(error);
      continue;
    }
    await sandboxStore().query("update sandbox.report set delivered_at = sandbox.clock() where id = $1", [id]);
    delivered += 1;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} events could not be delivered`);
  return delivered;
}

const amountsAsText = (_: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);
