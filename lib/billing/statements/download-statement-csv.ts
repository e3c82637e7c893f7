import { z } from "zod";
import { inPieces, longCsvFile } from "@/lib/platform/kernel/csv";
import { dayPeriodInput } from "@/lib/platform/kernel/day-period";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { loadStatement } from "./load-statement";
import type { StatementInCurrency } from "./schema";

const MOST_LINES = 20_000;

const header = ["Time (UTC)", "Description", "Details", "Currency", "Charge", "Credit", "Balance"];

export const downloadStatementCsv = defineDownload({
  name: "statements.download-csv",
  permission: "billing.statements.view",
  scope: "account",
  summary: "Download the statement for a period as CSV",
  activity: "download a statement",
  input: z.object(dayPeriodInput),
  http: { method: "GET", path: "/accounts/{accountId}/statement/csv", file: "text/csv" },
  async run(context, asked) {
    const { customerNumber, from, to, currencies } = await loadStatement(context, asked, MOST_LINES);
    const lines = currencies.flatMap((part) => linesOf(part, from, to));
    return longCsvFile(`statement-${customerNumber}-${from}-${to}`, header, inPieces(lines));
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
