import { z } from "zod";
import { amountDue, standingOf } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { dueByCurrency } from "@/lib/billing/core/receivables/due-by-currency";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { searchFilter } from "@/lib/platform/kernel/search-filter";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { type InvoiceFilter, type InvoiceHead, invoiceFilter, invoiceList } from "./schema";

/** Drafts have no dates: they sort first by issue date and last by due date. */
const orders = {
  number: (sort) => [{ number: { sort, nulls: sort === "desc" ? "first" : "last" } }],
  status: (sort) => [{ status: sort }, { dueAt: { sort, nulls: "last" } }],
  issued: (sort) => [{ issuedAt: { sort, nulls: sort === "desc" ? "first" : "last" } }],
  due: (sort) => [{ dueAt: { sort, nulls: "last" } }, { issuedAt: { sort: "desc", nulls: "first" } }],
  total: (sort) => [{ totalMinor: sort }, { issuedAt: { sort: "desc", nulls: "first" } }],
  toPay: (sort) => [{ dueMinor: sort }, { issuedAt: { sort: "desc", nulls: "first" } }],
} satisfies Record<string, (sort: Direction) => Prisma.InvoiceOrderByWithRelationInput[]>;

const input = z.object({
  ...pageInput,
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
  async run(context, { page, sort, direction, ...filters }) {
    const where = accessibleWhere(context, "billing.invoices.view", filterOf(filters, context.now));
    const found = await context.db.invoice.findMany({
      where,
      select: headFields,
      orderBy: orderBy(orders, { sort, direction }),
      ...pageSlice(page),
    });
    const total = await context.db.invoice.count({ where, ...countedBy({ issuedAt: "desc" }) });
    return {
      ...pageResult(
        found.map((row) => toHead(row, context.now)),
        total,
        page,
      ),
      due: (await dueByCurrency(context)).map(({ currency, dueMinor, overdueMinor, nextDueAt, ...counts }) => ({
        ...counts,
        due: money(dueMinor, currency),
        overdue: money(overdueMinor, currency),
        nextDueAt: isoOrNull(nextDueAt),
      })),
      years: await yearsOfIssue(context),
    };
  },
});

type Filters = Pick<z.output<typeof input>, "status" | "year" | "q">;

function filterOf({ status, year, q }: Filters, now: Date): Prisma.InvoiceWhereInput {
  const filters: Prisma.InvoiceWhereInput[] = [];
  if (status !== undefined) filters.push(standing(status, now));
  if (year !== undefined) {
    filters.push({ issuedAt: { gte: new Date(Date.UTC(year, 0)), lt: new Date(Date.UTC(year + 1, 0)) } });
  }
  if (q !== "") filters.push(searchFilter(q, (part) => [{ numberSearch: part }]));
  return filters.length > 0 ? { AND: filters } : {};
}

function standing(filter: InvoiceFilter, now: Date): Prisma.InvoiceWhereInput {
  if (filter === "unpaid") return { statusKey: "open" };
  if (filter === "overdue") return { statusKey: "open", dueAt: { lt: now } };
  if (filter === "open") return { statusKey: "open", OR: [{ dueAt: null }, { dueAt: { gte: now } }] };
  return { statusKey: filter };
}

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

async function yearsOfIssue(context: Context<"account">): Promise<number[]> {
  const [first, last] = [await issueYear(context, "asc"), await issueYear(context, "desc")];
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** The year of the first or last issue: one row from the end of an index, where a minimum would read all of them. */
async function issueYear(context: Context<"account">, direction: Direction): Promise<number | null> {
  const found = await context.db.invoice.findFirst({
    where: accessibleWhere(context, "billing.invoices.view", { issuedAt: { not: null } }),
    select: { issuedAt: true },
    orderBy: { issuedAt: direction },
  });
  return found?.issuedAt?.getUTCFullYear() ?? null;
}
