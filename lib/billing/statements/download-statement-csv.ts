import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { dayPeriodInput } from "@/lib/platform/kernel/day-period";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loadStatement } from "./load-statement";
import type { StatementInCurrency } from "./schema";

const MOST_LINES = 20_000;

const header = ["Time (UTC)", "What", "Details", "Currency", "Charge", "Credit", "Balance"];

export const downloadStatementCsv = defineQuery({
  name: "statements.csv",
  permission: "billing.statements.view",
  scope: "account",
  summary: "Download the statement of account for a time as CSV",
  input: z.object(dayPeriodInput),
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/statement/csv", file: "text/csv" },
  async run(context, asked) {
    const { customerNumber, from, to, currencies } = await loadStatement(context, asked, MOST_LINES);
    return csvFile(
      `statement-${customerNumber}-${from}-${to}`,
      header,
      currencies.flatMap((part) => linesOf(part, from, to)),
    );
  },
});

function linesOf({ currency, opening, movements, closing }: StatementInCurrency, from: string, to: string) {
  const balanceAt = (day: string, what: string, amount: typeof opening) => [
    day,
    what,
    null,
    currency,
    null,
    null,
    decimalMoney(amount),
  ];
  return [
    balanceAt(from, "Opening balance", opening),
    ...movements.map(({ at, what, details, charge, credit, balance }) => [
      at,
      what,
      details,
      currency,
      charge && decimalMoney(charge),
      credit && decimalMoney(credit),
      decimalMoney(balance),
    ]),
    balanceAt(to, "Closing balance", closing),
  ];
}
