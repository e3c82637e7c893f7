import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { decimalOf } from "@/lib/platform/kernel/decimal-of";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { defineQuery } from "@/lib/platform/operations/operation";
import { MOST_LINES, refuseTooMany } from "./most-lines";
import { periodInput, spanOf } from "./period";

const header = [
  "Id",
  "Account",
  "Name",
  "Status",
  "Begun (UTC)",
  "Received (UTC)",
  "Gateway",
  "Reference",
  "Method",
  "Currency",
  "Amount",
  "Paid back",
  "Invoices",
];

export const exportPayments = defineQuery({
  name: "accounting.export-payments",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download the payments of a period as CSV",
  input: z.object(periodInput),
  output: fileOutput,
  http: { method: "GET", path: "/staff/accounting/exports/payments", file: "text/csv" },
  async run({ db, now }, asked) {
    const span = spanOf(asked, now);
    const found = await db.payment.findMany({
      where: { createdAt: { gte: span.from, lt: span.until } },
      include: {
        account: { select: { number: true, name: true } },
        allocations: { select: { invoice: { select: { number: true } } }, orderBy: { id: "asc" } },
      },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MOST_LINES + 1,
    });
    const lines = refuseTooMany(found).map(({ account, allocations, currency, ...row }) => [
      row.id,
      account.number,
      account.name,
      row.status,
      iso(row.createdAt),
      isoOrNull(row.receivedAt),
      row.gateway,
      row.gatewayRef,
      row.method,
      currency,
      decimalOf(row.amountMinor, currency),
      decimalOf(row.refundedMinor, currency),
      allocations.map(({ invoice }) => invoice.number ?? "").join(" "),
    ]);
    return csvFile(`payments-${span.firstDay}-to-${span.lastDay}`, header, lines);
  },
  logged: () => ({ summary: "Downloaded the payments of a period" }),
});
