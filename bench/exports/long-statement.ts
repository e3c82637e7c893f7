import { post } from "@/lib/billing/core/ledger/post";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

const MOVEMENTS = 1_000;

/** Gives an account a long statement: credit added and removed. */
export async function moveBalance(db: OwnerDatabase, accountId: string): Promise<void> {
  const work = { db, account: { id: accountId, name: "" }, now: new Date() };
  for (let index = 0; index < MOVEMENTS; index++) {
    const amountMinor = index % 2 === 0 ? 100n : -100n;
    await post(work, {
      kind: "creditGranted",
      source: `bench:${index}`,
      memo: `Movement ${index}`,
      lines: [
        { ledgerAccount: "revenue", currency: "EUR", amountMinor },
        { ledgerAccount: "customerCredit", currency: "EUR", amountMinor: -amountMinor },
      ],
    });
  }
}
