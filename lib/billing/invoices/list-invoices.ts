import { z } from "zod";
import { amountDue, standingOf } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { cursorInput } from "@/lib/platform/kernel/page";
import { sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { orders, readInvoices } from "./read-invoices";
import { type InvoiceHead, invoiceFilter, invoiceList } from "./schema";

const input = z.object({
  ...cursorInput,
  status: invoiceFilter.optional(),
  year: z.int().min(1970).max(9998).optional().describe("Year of issue, UTC"),
  ...sortInput(orders, "issued", "desc"),
  q: z.string().trim().max(100).default("").describe("Part of the invoice number"),
});

/** The permission's own condition hides drafts from everyone but the staff who write them. */
export const listInvoices = defineQuery({
  name: "invoices.list",
  permission: "billing.invoices.view",
  scope: "account",
  summary: "List invoices with their amount due, newest first by default",
  activity: "view invoices",
  input,
  output: invoiceList,
  http: { method: "GET", path: "/accounts/{accountId}/invoices" },
  async run(context, asked) {
    const { items, due, firstIssued, lastIssued, ...page } = await readInvoices(context, asked);
    return {
      ...page,
      items: items.map((row) => toHead(inMinorUnits(row), context.now)),
      due: due.map(({ currency, due, overdue, nextDueAt, ...counts }) => ({
        ...counts,
        due: money(BigInt(due), currency),
        overdue: money(BigInt(overdue), currency),
        nextDueAt: isoOrNull(dateOf(nextDueAt)),
      })),
      years: yearsBetween(firstIssued, lastIssued),
    };
  },
});

const inMinorUnits = (row: Awaited<ReturnType<typeof readInvoices>>["items"][number]) => ({
  ...row,
  totalMinor: BigInt(row.totalMinor),
  paidMinor: BigInt(row.paidMinor),
  creditedMinor: BigInt(row.creditedMinor),
  issuedAt: dateOf(row.issuedAt),
  dueAt: dateOf(row.dueAt),
});

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const headFields = {
  id: true,
  number: true,
  status: true,
  currency: true,
  totalMinor: true,
  paidMinor: true,
  creditedMinor: true,
  issuedAt: true,
  dueAt: true,
} satisfies Prisma.InvoiceSelect;

export function toHead(row: Prisma.InvoiceGetPayload<{ select: typeof headFields }>, now: Date): InvoiceHead {
  return {
    id: row.id,
    number: row.number,
    standing: standingOf(row, now),
    issuedAt: isoOrNull(row.issuedAt),
    dueAt: isoOrNull(row.dueAt),
    total: money(row.totalMinor, row.currency),
    due: money(amountDue(row), row.currency),
  };
}

function yearsBetween(firstIssued: Date | null, lastIssued: Date | null): number[] {
  if (firstIssued === null || lastIssued === null) return [];
  const [first, last] = [firstIssued.getUTCFullYear(), lastIssued.getUTCFullYear()];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}
