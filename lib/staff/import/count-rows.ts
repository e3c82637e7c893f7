import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { ImportOutcome } from "./schema";

type Counts = Record<ImportOutcome, number>;

/** The rows of imports by outcome. */
export async function countRows(db: ScopedDb, importIds: readonly string[]): Promise<(importId: string) => Counts> {
  const found = await db.accountImportRow.groupBy({
    by: ["importId", "outcome"],
    where: { importId: { in: [...importIds] } },
    _count: true,
  });
  return (importId) => {
    const none: Counts = { ready: 0, exists: 0, invalid: 0, created: 0, failed: 0 };
    const own = found.filter((row) => row.importId === importId);
    return Object.assign(none, Object.fromEntries(own.map((row) => [row.outcome, row._count])));
  };
}
