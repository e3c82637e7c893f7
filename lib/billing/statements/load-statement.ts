import { partyOf, sellerOnPaper } from "@/lib/billing/core/tax/parties";
import { type DayPeriod, dayPeriod } from "@/lib/platform/kernel/day-period";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Context } from "@/lib/platform/operations/operation";
import { BALANCE, type LedgerEntryRow, runBalance } from "./running-balance";
import type { Statement } from "./schema";

/** Beyond it a statement is neither read nor printed; a file for a spreadsheet takes more. */
const MOST = 2_000;

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Every movement of the account's balance in a time, from the ledger, with the balances before and after.
 *
 * @throws Problem `invalid` where the time is none, or holds more movements than one statement takes.
 */
export async function loadStatement(context: Context<"account">, asked: Asked, most = MOST): Promise<Statement> {
  const { db, account, now } = context;
  const period = dayPeriod(asked, now);
  const opening = await balancesAt(context, period.start);
  const entries = await entriesIn(context, period, most);
  const moved = entries.flatMap(({ lines }) => lines.map(({ currency }) => currency));
  const currencies = [...new Set([...opening.keys(), ...moved])].sort();
  const parts = currencies.map((currency) => runBalance(currency, opening.get(currency) ?? 0n, entries));
  return {
    from: period.from,
    to: period.to,
    seller: await sellerOnPaper(context),
    buyer: partyOf(await db.account.findUniqueOrThrow({ where: { id: account.id } })),
    customerNumber: account.number,
    currencies: parts.filter(({ opening: { amountMinor }, movements }) => amountMinor !== 0 || movements.length > 0),
  };
}

async function balancesAt({ db, account }: Context<"account">, moment: Date): Promise<ReadonlyMap<string, bigint>> {
  const sums = await db.ledgerLine.groupBy({
    by: ["currency"],
    where: { accountId: account.id, ledgerAccount: { in: [...BALANCE] }, entry: { at: { lt: moment } } },
    _sum: { amountMinor: true },
  });
  return new Map(sums.map(({ currency, _sum }) => [currency, _sum.amountMinor ?? 0n]));
}

async function entriesIn(
  { db, account }: Context<"account">,
  { start, end }: DayPeriod,
  most: number,
): Promise<LedgerEntryRow[]> {
  const batches = inBatches((page) =>
    db.ledgerEntry.findMany({
      where: { accountId: account.id, at: { gte: start, lt: end } },
      select: {
        id: true,
        at: true,
        kind: true,
        memo: true,
        lines: { select: { ledgerAccount: true, currency: true, amountMinor: true, invoiceId: true } },
      },
      // Within a moment as they were written: ids grow, while a transaction that waited for another may have begun before it.
      orderBy: [{ at: "asc" }, { id: "asc" }],
      ...page,
    }),
  );
  const entries: LedgerEntryRow[] = [];
  for await (const batch of batches) {
    entries.push(...batch);
    if (entries.length > most) throw tooMany(most);
  }
  return entries;
}

const tooMany = (most: number): Problem =>
  new Problem("invalid", `One statement takes ${most} movements at most. Choose a shorter time.`, {
    fields: { from: ["Choose a later day."] },
  });
