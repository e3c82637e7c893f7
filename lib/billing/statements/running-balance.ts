import { memoInWords } from "@/lib/billing/core/ledger/memo";
import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";
import { movementWords } from "./movement-words";
import type { MovementRow } from "./read-movements";
import type { Movement } from "./schema";

/** Adds the balance after each movement of one currency, oldest first, from its opening balance. */
export function runningBalance(opening: bigint): (row: MovementRow) => Movement {
  let balance = opening;
  return ({ id, at, kind, memo, currency, invoiceId, charge, credit }) => {
    balance += charge - credit;
    return {
      id,
      at: iso(at),
      what: t(movementWords[kind]),
      details: memoInWords(kind, memo),
      invoiceId,
      charge: charge === 0n ? null : money(charge, currency),
      credit: credit === 0n ? null : money(credit, currency),
      balance: money(balance, currency),
    };
  };
}
