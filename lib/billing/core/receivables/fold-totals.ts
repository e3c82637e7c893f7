import type { Transaction } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";

/**
 * Adds up the parts in which the totals over all accounts are kept: each change adds a row, so that no two have to wait
 * for each other. Readers add the parts up themselves, so nothing is wrong before, only slower.
 */
export const foldTotals = (): Promise<unknown> =>
  asWorker((db) => (db as Transaction).$executeRaw`select portcullis_fold_totals()`);
