import { z } from "zod";
import { memoInWords } from "@/lib/billing/core/ledger/memo";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso } from "@/lib/platform/kernel/dates";
import { decimalOf } from "@/lib/platform/kernel/decimal-of";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { linesOf } from "./lines-of";
import { periodInput, type Span, spanOf } from "./period";

const header = [
  msg("Time (UTC)"),
  msg("Entry@@ledger"),
  msg("Kind"),
  msg("Memo"),
  msg("Account number"),
  msg("Ledger account"),
  msg("Currency"),
  msg("Debit@@ledger"),
  msg("Credit@@ledger"),
  msg("Invoice"),
  msg("Tax country"),
  msg("Tax rate (%)"),
];

/** Debits and credits are separate columns, as bookkeeping software expects. */
export const exportJournal = defineExport({
  name: "accounting.export-journal",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download the ledger of a period as CSV",
  activity: "export the ledger",
  input: z.object({ ...periodInput, ...exportInput }),
  http: { method: "GET", path: "/staff/accounting/exports/journal", file: "text/csv" },
  replica: true,
  lines: ({ db, now }, asked, most) =>
    db.ledgerLine.count({ where: { entry: within(spanOf(asked, now)) }, take: most }),
  async run({ db, now }, asked) {
    const span = spanOf(asked, now);
    const found = inBatches({ by: "at", direction: "asc" }, ({ beyond, take }) =>
      db.ledgerEntry.findMany({
        where: { AND: [within(span), beyond] },
        include: {
          account: { select: { number: true } },
          lines: { include: { invoice: { select: { number: true } } }, orderBy: { id: "asc" } },
        },
        orderBy: [{ at: "asc" }, { id: "asc" }],
        take,
      }),
    );
    const lines = linesOf(withEntries(found), ({ entry, invoice, currency, amountMinor, ...line }) => [
      iso(entry.at),
      entry.id,
      entry.kind,
      memoInWords(entry.kind, entry.memo),
      entry.account.number,
      line.ledgerAccount,
      currency,
      amountMinor > 0n ? decimalOf(amountMinor, currency) : null,
      amountMinor < 0n ? decimalOf(-amountMinor, currency) : null,
      invoice?.number ?? null,
      line.taxCountry,
      line.taxBasisPoints === null ? null : line.taxBasisPoints / 100,
    ]);
    return csvFile(
      `journal-${span.firstDay}-to-${span.lastDay}`,
      header.map((name) => t(name)),
      lines,
    );
  },
  logged: () => ({ summary: say("Exported the ledger for a period") }),
});

/** The ledger lines of each batch, each with its entry. */
async function* withEntries<Entry extends { readonly lines: readonly object[] }>(batches: AsyncIterable<Entry[]>) {
  const withEntry = (entry: Entry) => (line: Entry["lines"][number]) => ({ ...line, entry });
  for await (const entries of batches) yield entries.flatMap((entry) => entry.lines.map(withEntry(entry)));
}

const within = ({ from, until }: Span) => ({ at: { gte: from, lt: until } });
