import type { AccountFacts } from "@/lib/platform/db/credential";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { type Canonical, hashOf } from "@/lib/workspace/core/canonical-json";
import { buildSheet } from "./build-sheet";

interface Closing {
  readonly id: string;
  readonly closedAt: Date;
  readonly closedByName: string | null;
}

/** Closes the current round of an open decision and publishes its result. The caller has locked the decision. */
export async function publishResult(
  db: ScopedDb,
  account: Pick<AccountFacts, "id" | "name">,
  { id, closedAt, closedByName }: Closing,
): Promise<void> {
  const sheet = await buildSheet(db, account, { id, closedAt, closedByName });
  const key = { accountId: account.id, decisionId: id };
  await db.decisionRound.updateMany({
    where: { ...key, number: sheet.round.number, hash: null },
    data: { closedAt, closedByName, sheet: sheet as Prisma.InputJsonObject, hash: hashOf(sheet as Canonical) },
  });
  await db.decision.updateMany({
    where: { accountId: account.id, id, status: "open" },
    data: { status: "closed", remindAt: null, version: { increment: 1 } },
  });
}
