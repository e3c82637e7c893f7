import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { type ChargeOutcome, type ChargeRequest, GatewayUnknown } from "@/lib/billing/gateways/payment-gateway";
import { inSandbox } from "@/lib/platform/db/sandbox-store";
import { outcomeOf, type StoredCharge } from "./charge-outcome";
import { type Plan, planOf } from "./charge-plan";
import { queueReport } from "./reports";
import { behaviourOf } from "./test-methods";

/** Days until a direct debit completes, and until a dispute is lost. */
const DEBIT_DAYS = 3;
const DISPUTE_DAYS = 10;

/** @throws GatewayUnknown on the first charge of the test card whose answer is lost. */
export async function charge(request: ChargeRequest): Promise<ChargeOutcome> {
  const { row, made } = await inSandbox(async (client) => {
    const plan = await planFor(client, request);
    const inserted = await insertCharge(client, request, plan);
    if (inserted) {
      await queueReports(client, request, plan, inserted);
      return { row: inserted, made: true };
    }
    return { row: await existing(client, request), made: false };
  });
  if (made && behaviourOf(request.methodRef) === "silent") {
    throw new GatewayUnknown("The connection to the sandbox bank was lost.");
  }
  return outcomeOf(row);
}

/** Finds a charge by its idempotency key or its ref. */
export function findCharge(key: string, ref: string | null): Promise<ChargeOutcome | null> {
  return inSandbox(async (client) => {
    const found = await readCharge(client, ref === null ? { key } : { ref });
    return found && outcomeOf(found);
  });
}

/** The payer's answer to the bank. Only a charge awaiting confirmation changes. */
export function answerCharge(key: string, approved: boolean): Promise<ChargeOutcome | null> {
  return inSandbox(async (client) => {
    await client.query(
      `update sandbox.charge set status = $2, code = $3, action_url = null where key = $1 and status = 'actionRequired'`,
      approved ? [key, "succeeded", null] : [key, "failed", "authentication_failed"],
    );
    const found = await readCharge(client, { key });
    return found && outcomeOf(found);
  });
}

export function cancelCharge(ref: string): Promise<ChargeOutcome> {
  return inSandbox(async (client) => {
    await client.query(
      `update sandbox.charge set status = 'failed', code = 'cancelled', action_url = null
       where ref = $1 and status = 'actionRequired'`,
      [ref],
    );
    const found = await readCharge(client, { ref });
    if (found === null) throw new Error(`The sandbox bank has no charge ${ref}.`);
    return outcomeOf(found);
  });
}

async function planFor(client: PoolClient, request: ChargeRequest): Promise<Plan> {
  const removed = await client.query("select 1 from sandbox.removed_method where ref = $1", [request.methodRef]);
  return planOf(removed.rows.length > 0 ? null : behaviourOf(request.methodRef), request);
}

const columns = `ref, key, account_id as "accountId", amount_minor::text as amount, currency, method_ref as "methodRef",
  status, code, action_url as "actionUrl"`;

async function insertCharge(client: PoolClient, request: ChargeRequest, plan: Plan): Promise<StoredCharge | null> {
  const { rows } = await client.query<StoredCharge>(
    `insert into sandbox.charge (ref, key, account_id, customer_ref, method_ref, amount_minor, currency, description,
       status, code, action_url, ends_at, ends_with, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, sandbox.clock() + $12 * interval '1 day', $13, sandbox.clock())
     on conflict (key) do nothing returning ${columns}`,
    [
      `sbp_${randomUUID()}`,
      request.key,
      request.accountId,
      request.customerRef,
      request.methodRef,
      request.amountMinor.toString(),
      request.currency,
      request.description,
      plan.status,
      plan.code ?? null,
      plan.actionUrl ?? null,
      plan.endsWith === undefined ? null : DEBIT_DAYS,
      plan.endsWith ?? null,
    ],
  );
  return rows[0] ?? null;
}

/** The same key with another amount isn't a retry but a caller's mistake. */
async function existing(client: PoolClient, request: ChargeRequest): Promise<StoredCharge> {
  const found = await readCharge(client, { key: request.key });
  if (found === null) throw new GatewayUnknown("The sandbox bank is still processing this charge.");
  if (found.amount !== request.amountMinor.toString() || found.currency !== request.currency) {
    throw new Error(`The key ${request.key} was already used for a charge of another amount.`);
  }
  return found;
}

/** A direct debit completes when its days have passed, whether or not its event was delivered. */
async function readCharge(client: PoolClient, by: { key: string } | { ref: string }): Promise<StoredCharge | null> {
  const [column, value] = "key" in by ? ["key", by.key] : ["ref", by.ref];
  await client.query(
    `update sandbox.charge set status = ends_with, code = case ends_with when 'failed' then 'debit_returned' end
     where ${column} = $1 and status = 'processing' and ends_at <= sandbox.clock()`,
    [value],
  );
  const { rows } = await client.query<StoredCharge>(`select ${columns} from sandbox.charge where ${column} = $1`, [
    value,
  ]);
  return rows[0] ?? null;
}

/** Events the caller couldn't learn from the response: a lost answer, a completed debit, a dispute. */
async function queueReports(client: PoolClient, request: ChargeRequest, plan: Plan, row: StoredCharge): Promise<void> {
  const about = { about: "charge", key: row.key, accountId: row.accountId } as const;
  if (behaviourOf(request.methodRef) === "silent" && plan.status === "succeeded") {
    await queueReport(client, 0, { ...about, type: "charge.succeeded", outcome: outcomeOf(row) });
  }
  if (plan.endsWith !== undefined) {
    const code = plan.endsWith === "failed" ? "debit_returned" : null;
    const outcome = outcomeOf({ ...row, status: plan.endsWith, code });
    await queueReport(client, DEBIT_DAYS, { ...about, type: `charge.${plan.endsWith}`, outcome });
  }
  if (plan.disputed) {
    const dispute = {
      about: "dispute",
      ref: `sbd_${randomUUID()}`,
      chargeRef: row.ref,
      amountMinor: request.amountMinor,
      currency: request.currency,
      reason: "fraudulent",
    } as const;
    await queueReport(client, 0, { ...dispute, type: "dispute.opened", status: "open" });
    await queueReport(client, DISPUTE_DAYS, { ...dispute, type: "dispute.closed", status: "lost" });
  }
}
