import { partyOf, sellerOnPaper } from "@/lib/billing/core/tax/parties";
import { type DayPeriod, dayPeriod } from "@/lib/platform/kernel/day-period";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Context } from "@/lib/platform/operations/operation";
import { BALANCE, type LedgerEntryRow, runBalance } from "./running-balance";
import type { Statement } from "./schema";

/** The limit for the page and the PDF; the CSV file allows more. */
const MOST = 2_000;

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Every transaction on the account's balance in a period, from the ledger, with the opening and closing balances.
 *
 * @throws Problem `invalid` if the period is invalid or has more transactions than one statement allows.
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
      // Entries of the same instant sort by id, which follows write order; a transaction's start time doesn't.
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
  new Problem("invalid", `A statement can have at most ${most} transactions. Select a shorter period.`, {
    fields: { from: ["Select a later day."] },
  });
