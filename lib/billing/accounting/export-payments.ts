import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { decimalOf } from "@/lib/platform/kernel/decimal-of";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t, translated } from "@/lib/platform/language/t";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { linesOf } from "./lines-of";
import { periodInput, type Span, spanOf } from "./period";

const header = [
  msg("Payment ID"),
  msg("Account number"),
  msg("Account name"),
  msg("Status"),
  msg("Started (UTC)"),
  msg("Received (UTC)"),
  msg("Gateway"),
  msg("Reference@@gateway"),
  msg("Payment method"),
  msg("Currency"),
  msg("Amount"),
  msg("Refunded"),
  msg("Invoices"),
];

export const exportPayments = defineExport({
  name: "accounting.export-payments",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download the payments of a period as CSV",
  activity: "export payments",
  input: z.object({ ...periodInput, ...exportInput }),
  http: { method: "GET", path: "/staff/accounting/exports/payments", file: "text/csv" },
  replica: true,
  lines: ({ db, now }, asked, most) => db.payment.count({ where: within(spanOf(asked, now)), take: most }),
  async run({ db, now }, asked) {
    const span = spanOf(asked, now);
    const found = inBatches({ by: "createdAt", direction: "asc" }, ({ beyond, take }) =>
      db.payment.findMany({
        where: { AND: [within(span), beyond] },
        include: {
          account: { select: { number: true, name: true } },
          allocations: { select: { invoice: { select: { number: true } } }, orderBy: { id: "asc" } },
        },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take,
      }),
    );
    const lines = linesOf(found, ({ account, allocations, currency, ...row }) => [
      row.id,
      account.number,
      account.name,
      row.status,
      iso(row.createdAt),
      isoOrNull(row.receivedAt),
      row.gateway,
      row.gatewayRef,
      translated(row.method),
      currency,
      decimalOf(row.amountMinor, currency),
      decimalOf(row.refundedMinor, currency),
      allocations.map(({ invoice }) => invoice.number ?? "").join(" "),
    ]);
    return csvFile(
      `payments-${span.firstDay}-to-${span.lastDay}`,
      header.map((name) => t(name)),
      lines,
    );
  },
  logged: () => ({ summary: say("Exported payments for a period") }),
});

const within = ({ from, until }: Span) => ({ createdAt: { gte: from, lt: until } });
