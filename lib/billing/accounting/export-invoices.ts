import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { decimalOf } from "@/lib/platform/kernel/decimal-of";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { linesOf } from "./lines-of";
import { periodInput, type Span, spanOf } from "./period";

const header = [
  msg("Invoice number"),
  msg("Account number"),
  msg("Account name"),
  msg("Status"),
  msg("Issue date (UTC)"),
  msg("Due date (UTC)"),
  msg("Currency"),
  msg("Net"),
  msg("Tax"),
  msg("Total"),
  msg("Paid"),
  msg("Credited"),
  msg("Tax country"),
  msg("Reverse charge@@table"),
];

export const exportInvoices = defineExport({
  name: "accounting.export-invoices",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download the invoices issued in a period as CSV",
  activity: "export invoices",
  input: z.object({ ...periodInput, ...exportInput }),
  http: { method: "GET", path: "/staff/accounting/exports/invoices", file: "text/csv" },
  replica: true,
  lines: ({ db, now }, asked, most) => db.invoice.count({ where: within(spanOf(asked, now)), take: most }),
  async run({ db, now }, asked) {
    const span = spanOf(asked, now);
    const found = inBatches({ by: "issuedAt", direction: "asc" }, ({ beyond, take }) =>
      db.invoice.findMany({
        where: { AND: [within(span), beyond] },
        include: { account: { select: { number: true, name: true } } },
        omit: { seller: true, buyer: true },
        orderBy: [{ issuedAt: "asc" }, { id: "asc" }],
        take,
      }),
    );
    const lines = linesOf(found, ({ account, currency, ...row }) => [
      row.number,
      account.number,
      account.name,
      row.status,
      isoOrNull(row.issuedAt),
      isoOrNull(row.dueAt),
      currency,
      decimalOf(row.subtotalMinor, currency),
      decimalOf(row.taxMinor, currency),
      decimalOf(row.totalMinor, currency),
      decimalOf(row.paidMinor, currency),
      decimalOf(row.creditedMinor, currency),
      row.taxCountry,
      row.reverseCharge,
    ]);
    return csvFile(
      `invoices-${span.firstDay}-to-${span.lastDay}`,
      header.map((name) => t(name)),
      lines,
    );
  },
  logged: () => ({ summary: say("Exported invoices for a period") }),
});

const within = ({ from, until }: Span) => ({ issuedAt: { gte: from, lt: until } });
