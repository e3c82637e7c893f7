import { randomUUID } from "node:crypto";
import type { GatewayMethod, SetupOutcome, SetupRequest } from "@/lib/billing/gateways/payment-gateway";
import { sandboxStore } from "@/lib/platform/db/sandbox-store";
import { toldInEnglish } from "@/lib/platform/kernel/told";
import { say } from "@/lib/platform/language/say";
import { sandboxMethodRef, testMethods } from "./test-methods";

export async function beginSetup({ key, kind }: SetupRequest): Promise<{ ref: string }> {
  const { rows } = await sandboxStore().query<{ ref: string }>(
    `insert into sandbox.setup (ref, key, kind) values ($1, $2, $3)
     on conflict (key) do update set key = excluded.key returning ref`,
    [`sbs_${randomUUID()}`, key, kind],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("The sandbox bank did not start a setup.");
  return row;
}

export async function findSetup(ref: string): Promise<SetupOutcome> {
  const { rows } = await sandboxStore().query<{ status: string; method: GatewayMethod | null; message: string | null }>(
    "select status, method, message from sandbox.setup where ref = $1",
    [ref],
  );
  const [row] = rows;
  if (row?.method) return { status: "succeeded", method: row.method };
  // The sandbox has no script that needs a secret.
  if (row?.status === "waiting") return { status: "waiting", clientSecret: "" };
  return {
    status: "failed",
    message: row?.message ?? toldInEnglish(say("The bank couldn't find this card or account.")),
  };
}

export interface SandboxAnswer {
  /** The token the browser made from the number. */
  readonly token: string;
  readonly holder: string;
  /** For cards. */
  readonly expMonth: number | null;
  readonly expYear: number | null;
}

/** Whether a token is one of the sandbox's, and of this kind. */
export const isTestToken = (token: string, kind: "card" | "sepaDebit"): boolean =>
  testMethod(token, kind) !== undefined;

/**
 * Does what a gateway's script does from the browser: submits the card or account as a token. Only the first answer
 * counts. False if the token isn't one of the sandbox, or is of the other kind.
 */
export async function answerSetup(ref: string, kind: "card" | "sepaDebit", answer: SandboxAnswer): Promise<boolean> {
  const test = testMethod(answer.token, kind);
  if (test === undefined) return false;
  const method: GatewayMethod = {
    ref: sandboxMethodRef(test.behaviour, randomUUID()),
    kind,
    brand: test.brand,
    last4: test.number.slice(-6).replace(/\s/g, "").slice(-4),
    expMonth: answer.expMonth,
    expYear: answer.expYear,
    holder: answer.holder,
  };
  await sandboxStore().query(
    "update sandbox.setup set status = 'succeeded', method = $2 where ref = $1 and status = 'waiting'",
    [ref, JSON.stringify(method)],
  );
  return true;
}

export async function removeMethod(ref: string): Promise<void> {
  await sandboxStore().query("insert into sandbox.removed_method (ref) values ($1) on conflict do nothing", [ref]);
}

const testMethod = (token: string, kind: "card" | "sepaDebit") =>
  testMethods.find((one) => one.token === token && one.kind === kind);
