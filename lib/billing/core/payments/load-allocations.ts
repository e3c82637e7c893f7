import type { InvoiceStatus } from "@/lib/platform/db/generated/client";
import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { groupBy } from "@/lib/platform/kernel/group-by";

interface AllocationRow {
  paymentId: string;
  amountMinor: bigint;
  id: string;
  number: string | null;
  status: InvoiceStatus;
  totalMinor: bigint;
  paidMinor: bigint;
  creditedMinor: bigint;
  nextChargeAt: Date | null;
}

/** The part of a payment that is for one invoice. */
export type Allocation = Pick<AllocationRow, "amountMinor"> & {
  readonly invoice: Omit<AllocationRow, "amountMinor" | "paymentId">;
};

/**
 * What the payments of a list are for, by payment. One statement, where Prisma would load the allocations and then
 * their invoices.
 */
export async function loadAllocations(
  db: ScopedDb,
  payments: readonly { readonly id: string }[],
): Promise<(payment: { readonly id: string }) => readonly Allocation[]> {
  if (payments.length === 0) return () => [];
  const rows = await queryRows<AllocationRow>(
    db,
    sql`select a."paymentId", a."amountMinor", i."id", i."number", i."status", i."totalMinor", i."paidMinor", i."creditedMinor",
      i."nextChargeAt" from "PaymentAllocation" a join "Invoice" i on i."accountId" = a."accountId" and i."id" = a."invoiceId"
    where a."paymentId" = any(${payments.map(({ id }) => id)}::uuid[]) order by a."id"`,
  );
  const byPayment = groupBy(rows, ({ paymentId }) => paymentId);
  return ({ id }) =>
    (byPayment.get(id) ?? []).map(({ paymentId: _, amountMinor, ...invoice }) => ({ amountMinor, invoice }));
}
