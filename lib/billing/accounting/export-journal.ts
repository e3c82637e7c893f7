import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso } from "@/lib/platform/kernel/dates";
import { decimalOf } from "@/lib/platform/kernel/decimal-of";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { defineQuery } from "@/lib/platform/operations/operation";
import { MOST_LINES, refuseTooMany } from "./most-lines";
import { periodInput, spanOf } from "./period";

const header = [
  "Time (UTC)",
  "Entry",
  "Kind",
  "Memo",
  "Account",
  "Ledger account",
  "Currency",
  "Debit",
  "Credit",
  "Invoice",
  "Tax country",
  "Tax rate (%)",
];

/** Debits and credits in columns of their own, as bookkeeping programs take them. */
export const exportJournal = defineQuery({
  name: "accounting.export-journal",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download the ledger of a period as CSV",
  input: z.object(periodInput),
  output: fileOutput,
  http: { method: "GET", path: "/staff/accounting/exports/journal", file: "text/csv" },
  async run({ db, now }, asked) {
    const span = spanOf(asked, now);
    const found = await db.ledgerLine.findMany({
      where: { entry: { at: { gte: span.from, lt: span.until } } },
      include: {
        entry: { select: { at: true, kind: true, memo: true, account: { select: { number: true } } } },
        invoice: { select: { number: true } },
      },
      orderBy: [{ entry: { at: "asc" } }, { entryId: "asc" }, { id: "asc" }],
      take: MOST_LINES + 1,
    });
    const lines = refuseTooMany(found).map(({ entry, invoice, currency, amountMinor, ...line }) => [
      iso(entry.at),
      line.entryId,
      entry.kind,
      entry.memo,
      entry.account.number,
      line.ledgerAccount,
      currency,
      amountMinor > 0n ? decimalOf(amountMinor, currency) : null,
      amountMinor < 0n ? decimalOf(-amountMinor, currency) : null,
      invoice?.number ?? null,
      line.taxCountry,
      line.taxBasisPoints === null ? null : line.taxBasisPoints / 100,
    ]);
    return csvFile(`journal-${span.firstDay}-to-${span.lastDay}`, header, lines);
  },
  logged: () => ({ summary: "Downloaded the ledger of a period" }),
});
