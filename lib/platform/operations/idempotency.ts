import { createHmac } from "node:crypto";
import { env } from "@/lib/platform/config/env";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { AnyOperation } from "./operation";

interface Keyed {
  readonly personId: string;
  readonly accountId: string | null;
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
  /** The result contains a secret that is shown once: a repeat does nothing and gets an error instead. */
  readonly secretAnswer?: boolean | undefined;
}

/**
 * The idempotency key that a caller sent with an operation, on any channel. Throws `invalid` if it is malformed, or
 * missing where the operation must not run twice.
 */
export function readIdempotencyKey(operation: AnyOperation, key: string | undefined): string | undefined {
  if (operation.kind === "query") return undefined;
  if (key === undefined && operation.once) {
    throw new Problem("invalid", t("Send an Idempotency-Key header with this request."));
  }
  if (key !== undefined && !/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new Problem("invalid", t("An Idempotency-Key must be 8 to 128 visible ASCII characters."));
  }
  return key;
}

/**
 * Runs `work` once for a key. The unique row is taken in the command's own transaction: a parallel repeat waits for it
 * and then gets the first answer. The same key with another input is a conflict.
 */
export async function idempotent<T>(db: ScopedDb, keyed: Keyed, work: () => Promise<T>): Promise<T> {
  const { personId, operation, key } = keyed;
  // Keyed, because an input may hold a password: a plain hash could be brute-forced by anyone who reads the table.
  const requestHash = createHmac("sha256", env().PORTAL_SECRET)
    .update(JSON.stringify([keyed.accountId, keyed.input]))
    .digest("hex");
  const taken = await db.idempotencyKey.createMany({
    data: { personId, accountId: keyed.accountId, operation, key, requestHash },
    skipDuplicates: true,
  });
  if (taken.count === 0) return firstAnswer<T>(db, keyed, requestHash);
  const output = await work();
  await db.idempotencyKey.updateMany({
    where: { personId, operation, key },
    data: keyed.secretAnswer ? {} : { response: output as Prisma.InputJsonValue },
  });
  return output;
}

async function firstAnswer<T>(db: ScopedDb, keyed: Keyed, requestHash: string): Promise<T> {
  const { personId, operation, key } = keyed;
  const first = await db.idempotencyKey.findFirst({ where: { personId, operation, key } });
  if (first === null || first.requestHash !== requestHash) {
    throw new Problem("conflict", t("This Idempotency-Key was already used for a different request."));
  }
  if (keyed.secretAnswer) {
    throw new Problem(
      "conflict",
      t("This request already succeeded. Its response contained a secret, which is only shown once."),
    );
  }
  return first.response as T;
}
