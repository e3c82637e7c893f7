import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { type DayPeriod, dayPeriod, dayPeriodInput } from "@/lib/platform/kernel/day-period";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";
import type { Lines } from "@/lib/platform/kernel/table";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { totalsOf } from "./load-statement";
import { type BalanceRow, countMovements, readBalances, readMovements } from "./read-movements";
import { runningBalance } from "./running-balance";
import type { Movement } from "./schema";

const header = () => [
  t("Time (UTC)"),
  t("Description"),
  t("Details"),
  t("Currency"),
  t("Charge@@statement"),
  t("Credit@@statement"),
  t("Balance"),
];

export const downloadStatementCsv = defineExport({
  name: "statements.download-csv",
  permission: "billing.statements.view",
  scope: "account",
  summary: "Download the statement for a period as CSV",
  activity: "download a statement",
  input: z.object({ ...dayPeriodInput, ...exportInput }),
  http: { method: "GET", path: "/accounts/{accountId}/statement/csv", file: "text/csv" },
  lines: (context, asked, most) => countMovements(context, dayPeriod(asked, context.now), most),
  async run(context, asked) {
    const period = dayPeriod(asked, context.now);
    const name = `statement-${context.account.number}-${period.from}-${period.to}`;
    return csvFile(name, header(), linesOf(context, period));
  },
});

/** One part per currency, with the balances before and after its transactions. */
async function* linesOf(context: Context<"account">, period: DayPeriod): AsyncGenerator<Lines> {
  for (const row of await readBalances(context, period)) {
    const balanceAfter = runningBalance(row.opening);
    yield [openingLine(row, period)];
    for await (const rows of readMovements(context, period, row)) {
      yield rows.map((moved) => movementLine(balanceAfter(moved), row.currency));
    }
    yield [closingLine(row, period)];
  }
}

const openingLine = (row: BalanceRow, { from }: DayPeriod) =>
  [from, t("Opening balance"), null, row.currency, null, null, decimalMoney(totalsOf(row).opening)] as const;

const closingLine = (row: BalanceRow, { to }: DayPeriod) =>
  [to, t("Closing balance"), null, row.currency, null, null, decimalMoney(totalsOf(row).closing)] as const;

function movementLine({ at, what, details, charge, credit, balance }: Movement, currency: string) {
  const [charged, credited] = [charge && decimalMoney(charge), credit && decimalMoney(credit)];
  return [at, what, details, currency, charged, credited, decimalMoney(balance)];
}
