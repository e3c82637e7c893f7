import { z } from "zod";
import { csvFile, inPieces } from "@/lib/platform/kernel/csv";
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
    return csvFile(`statement-${customerNumber}-${from}-${to}`, header, inPieces(linesOf(currencies, from, to)));
  },
});

function* linesOf(parts: readonly StatementInCurrency[], from: string, to: string) {
  for (const { currency, opening, movements, closing } of parts) {
    yield [from, "Opening balance", null, currency, null, null, decimalMoney(opening)];
    for (const { at, what, details, charge, credit, balance } of movements) {
      const [charged, credited] = [charge && decimalMoney(charge), credit && decimalMoney(credit)];
      yield [at, what, details, currency, charged, credited, decimalMoney(balance)];
    }
    yield [to, "Closing balance", null, currency, null, null, decimalMoney(closing)];
  }
}
