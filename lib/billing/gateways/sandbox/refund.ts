import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { RefundOutcome, RefundRequest } from "@/lib/billing/gateways/payment-gateway";
import { inSandbox } from "@/lib/platform/db/sandbox-store";
import { toldInEnglish } from "@/lib/platform/kernel/told";
import { say } from "@/lib/platform/language/say";

interface StoredRefund {
  readonly ref: string;
  readonly status: "succeeded" | "failed";
  readonly message: string | null;
}

/** Refunds never exceed the charge: the row lock serializes refunds of one charge. */
export function refund(request: RefundRequest): Promise<RefundOutcome> {
  return inSandbox(async (client) => {
    const { rows } = await client.query<{ status: string; amount: string; currency: string }>(
      `select status, amount_minor::text as amount, currency from sandbox.charge where ref = $1 for update`,
      [request.chargeRef],
    );
    const [charge] = rows;
    if (charge === undefined)
      return { status: "failed", ref: null, message: toldInEnglish(say("The bank couldn't find the payment.")) };
    const known = await readRefund(client, "key", request.key);
    if (known) return outcomeOf(known);
    const left = BigInt(charge.amount) - (await refunded(client, request.chargeRef));
    const refused =
      charge.status !== "succeeded" || charge.currency !== request.currency
        ? toldInEnglish(say("The bank hasn't received this payment."))
        : request.amountMinor > left
          ? toldInEnglish(say("The refund exceeds the payment."))
          : null;
    return outcomeOf(await insertRefund(client, request, refused));
  });
}

export function findRefund(key: string, ref: string | null): Promise<RefundOutcome | null> {
  return inSandbox(async (client) => {
    const found = await (ref === null ? readRefund(client, "key", key) : readRefund(client, "ref", ref));
    return found && outcomeOf(found);
  });
}

async function refunded(client: PoolClient, chargeRef: string): Promise<bigint> {
  const { rows } = await client.query<{ sum: string }>(
    `select coalesce(sum(amount_minor), 0)::text as sum from sandbox.refund where charge_ref = $1 and status = 'succeeded'`,
    [chargeRef],
  );
  return BigInt(rows[0]?.sum ?? "0");
}

async function readRefund(client: PoolClient, column: "key" | "ref", value: string): Promise<StoredRefund | null> {
  const { rows } = await client.query<StoredRefund>(
    `select ref, status, message from sandbox.refund where ${column} = $1`,
    [value],
  );
  return rows[0] ?? null;
}

async function insertRefund(client: PoolClient, request: RefundRequest, refused: string | null): Promise<StoredRefund> {
  const refund: StoredRefund = {
    ref: `sbr_${randomUUID()}`,
    status: refused === null ? "succeeded" : "failed",
    message: refused,
  };
  await client.query(
    `insert into sandbox.refund (ref, key, charge_ref, amount_minor, status, message, created_at)
     values ($1, $2, $3, $4, $5, $6, sandbox.clock())`,
    [refund.ref, request.key, request.chargeRef, request.amountMinor.toString(), refund.status, refund.message],
  );
  return refund;
}

const outcomeOf = ({ ref, status, message }: StoredRefund): RefundOutcome =>
  status === "succeeded"
    ? { status, ref }
    : { status, ref, message: message ?? toldInEnglish(say("The bank rejected the refund.")) };
