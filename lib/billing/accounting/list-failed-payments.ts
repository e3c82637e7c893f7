import { z } from "zod";
import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { type Allocation, loadAllocations } from "@/lib/billing/core/payments/load-allocations";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { money } from "@/lib/platform/kernel/money";
import { COUNT_LIMIT, countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { translated } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { type FailedPayment, failedPayment } from "./schema";

const orders = {
  account: (sort) => [{ account: { nameSearch: sort } }, { createdAt: "desc" }],
  why: (sort) => [{ failureMessage: { sort, nulls: "last" } }, { createdAt: "desc" }],
  at: (sort) => [{ createdAt: sort }],
  amount: (sort) => [{ amountMinor: sort }, { createdAt: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.PaymentOrderByWithRelationInput[]>;

/** Failed payments, newest first, with the next attempt. */
export const listFailedPayments = defineQuery({
  name: "accounting.list-failed-payments",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "List failed payments",
  activity: "view failed payments",
  input: z.object({
    stillDue: z.boolean().default(true).describe("Only payments whose invoices are still unpaid"),
    ...cursorInput,
    ...sortInput(orders, "at", "desc"),
  }),
  output: cursorPageOf(failedPayment),
  http: { method: "GET", path: "/staff/accounting/failed-payments" },
  async run({ db }, asked) {
    const list = keysetList("accounting.list-failed-payments", orders, asked);
    const where: Prisma.PaymentWhereInput = {
      statusKey: "failed",
      ...(asked.stillDue ? { allocations: { some: { invoice: { statusKey: "open" } } } } : {}),
    };
    const select = list.select(columns);
    const payments = list.read((part) => db.payment.findMany({ ...part, where: { AND: [where, part.where] }, select }));
    const [found, beyond] = await Promise.all([payments, firstUncounted(db)]);
    const whose = { id: { in: found.map(({ accountId }) => accountId) } };
    const [{ counted, isExact }, allocationsOf, accounts] = await Promise.all([
      countNewest(db, where, beyond),
      loadAllocations(db, found),
      db.account.findMany({ where: whose, select: { id: true, number: true, name: true } }),
    ]);
    const page = list.page(found, counted);
    const items = page.items.map((payment) => present(payment, accounts, allocationsOf(payment)));
    return { ...page, items, totalIsExact: isExact };
  },
});

const newestFirst = { createdAt: "desc" } as const;

/** When the newest failed payment was that isn't counted; null if all of them are. */
async function firstUncounted(db: ScopedDb): Promise<Date | null> {
  const where = { statusKey: "failed" };
  const select = { createdAt: true };
  const found = await db.payment.findFirst({ where, orderBy: newestFirst, skip: COUNT_LIMIT, select });
  return found?.createdAt ?? null;
}

/** Counts among the newest failed payments: of those long since paid, there may be any number. */
async function countNewest(db: ScopedDb, where: Prisma.PaymentWhereInput, beyond: Date | null) {
  const newest = beyond === null ? {} : { createdAt: { gt: beyond } };
  const counted = await db.payment.count({ where: { AND: [where, newest] }, ...countedBy(newestFirst) });
  return { counted, isExact: beyond === null && counted < COUNT_LIMIT };
}

const columns = {
  id: true,
  method: true,
  amountMinor: true,
  currency: true,
  createdAt: true,
  origin: true,
  failureMessage: true,
  accountId: true,
} satisfies Prisma.PaymentSelect;

function accountOf(accounts: readonly FailedPayment["account"][], id: string): FailedPayment["account"] {
  const found = accounts.find((account) => account.id === id);
  if (found === undefined) throw new Error("A payment without an account.");
  return found;
}

function present(
  row: Prisma.PaymentGetPayload<{ select: typeof columns }>,
  accounts: readonly FailedPayment["account"][],
  allocations: readonly Allocation[],
): FailedPayment {
  const invoices = allocations.map(({ invoice }) => invoice);
  const attempts = invoices.flatMap(({ nextChargeAt }) => (nextChargeAt === null ? [] : [nextChargeAt]));
  const first = attempts.sort((a, b) => a.getTime() - b.getTime())[0];
  return {
    id: row.id,
    account: accountOf(accounts, row.accountId),
    method: translated(row.method),
    amount: money(row.amountMinor, row.currency),
    at: iso(row.createdAt),
    automatic: row.origin === "autopay",
    reason: row.failureMessage && translated(row.failureMessage),
    invoices: invoices.map(({ id, number }) => ({ id, number: number ?? "" })),
    stillDue: money(
      invoices.reduce((sum, invoice) => sum + amountDue(invoice), 0n),
      row.currency,
    ),
    nextAttempt: isoOrNull(first ?? null),
  };
}
