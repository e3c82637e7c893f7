import { lockMoney } from "@/lib/billing/core/billing-context";
import { refundableFields } from "@/lib/billing/core/refunds/refundable-amount";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

const fields = {
  id: true,
  version: true,
  number: true,
  status: true,
  currency: true,
  totalMinor: true,
  paidMinor: true,
  creditedMinor: true,
  releasedMinor: true,
  dueAt: true,
  note: true,
  taxMode: true,
  lines: {
    select: {
      id: true,
      kind: true,
      description: true,
      quantity: true,
      unitMinor: true,
      totalMinor: true,
      taxCategory: true,
      taxBasisPoints: true,
    },
    orderBy: { position: "asc" },
  },
  allocations: {
    where: { state: { not: "released" } },
    select: {
      state: true,
      payment: {
        select: { id: true, method: true, receivedAt: true, ...refundableFields },
      },
    },
    orderBy: { id: "asc" },
  },
  creditNotes: {
    select: { lines: { select: { invoiceLineId: true, totalMinor: true, taxMinor: true, taxBasisPoints: true } } },
  },
} satisfies Prisma.InvoiceSelect;

export type ManagedRecord = Prisma.InvoiceGetPayload<{ select: typeof fields }>;

/** An invoice the viewer can manage. Throws `not-found`. */
export async function managedRecord(context: Context<"account">, invoiceId: string): Promise<ManagedRecord> {
  const row = await context.db.invoice.findFirst({
    where: accessibleWhere(context, "billing.invoices.manage", { id: invoiceId }),
    select: fields,
  });
  if (row === null) throw notFound();
  return row;
}

/**
 * The same under the account's lock, at the version the caller last saw. Throws `conflict` if it has changed since.
 */
export async function seenRecord(
  context: Context<"account">,
  { invoiceId, version }: { readonly invoiceId: string; readonly version: number },
): Promise<ManagedRecord> {
  await lockMoney(context);
  const row = await managedRecord(context, invoiceId);
  if (row.version !== version) throw staleVersion();
  return row;
}

/** The total credited so far. */
export const creditedBefore = ({ creditNotes }: ManagedRecord) => creditNotes.flatMap(({ lines }) => lines);

/** The result of a command: id, status and new version. */
export async function stateOf(context: Context<"account">, invoiceId: string) {
  const { id, version, status, dueAt } = await managedRecord(context, invoiceId);
  return { id, version, status, dueAt };
}
