import { partyOf, sellerOnPaper } from "@/lib/billing/core/tax/parties";
import { type DayPeriod, dayPeriod } from "@/lib/platform/kernel/day-period";
import { money } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import { type BalanceRow, readBalances, readMovements } from "./read-movements";
import { runningBalance } from "./running-balance";
import type { Movement, Statement, StatementInCurrency } from "./schema";

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * A statement: the transactions on the account's balance in a period, from the ledger, with the opening and closing
 * balances. It lists the first `most` of them.
 *
 * @throws Problem `invalid` if the period is invalid
 */
export async function loadStatement(context: Context<"account">, asked: Asked, most: number): Promise<Statement> {
  const { db, account, now } = context;
  const period = dayPeriod(asked, now);
  const balances = await readBalances(context, period);
  const currencies: StatementInCurrency[] = [];
  let left = most;
  for (const row of balances) {
    const movements = left > 0 ? await movementsOf(context, { period, most: left }, row) : [];
    left -= movements.length;
    currencies.push({ ...totalsOf(row), movements });
  }
  return {
    from: period.from,
    to: period.to,
    seller: await sellerOnPaper(context),
    buyer: partyOf(await db.account.findUniqueOrThrow({ where: { id: account.id } })),
    customerNumber: account.number,
    listed: balances.reduce((sum, { movements }) => sum + movements, 0) <= most,
    currencies,
  };
}

/** The balances of one currency. */
export function totalsOf(row: BalanceRow): Omit<StatementInCurrency, "movements"> {
  const { currency, opening, charges, credits, movements } = row;
  return {
    currency,
    count: movements,
    opening: money(opening, currency),
    charges: money(charges, currency),
    credits: money(credits, currency),
    closing: money(opening + charges - credits, currency),
  };
}

interface Wanted {
  readonly period: DayPeriod;
  readonly most: number;
}

async function movementsOf(context: Context<"account">, wanted: Wanted, row: BalanceRow): Promise<Movement[]> {
  const { period, most } = wanted;
  const balanceAfter = runningBalance(row.opening);
  const movements: Movement[] = [];
  for await (const rows of readMovements(context, period, { ...row, most })) movements.push(...rows.map(balanceAfter));
  return movements;
}
