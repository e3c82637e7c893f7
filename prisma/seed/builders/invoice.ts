import type { InvoiceStatus } from "@/lib/db/generated/enums";
import { addDays } from "@/lib/kernel/dates";
import type { OwnerDatabase } from "./owner-database";

interface InvoicePlan {
  /** Null for a draft. */
  readonly number: string | null;
  readonly status: InvoiceStatus;
  readonly issuedAt: Date;
  /** Net amounts in minor units of EUR. */
  readonly lines: readonly { description: string; quantity?: number; unitMinor: number; serviceId?: string }[];
  /** Tax on every line, in basis points. */
  readonly taxBasisPoints?: number;
  readonly paidBy?: string;
  readonly paidAt?: Date;
}

const SELLER = {
  name: "Portcullis Hosting B.V.",
  lines: ["Wilhelminakade 173", "3072 AP Rotterdam", "Netherlands"],
  vatId: "NL861234567B01",
};

/** An invoice with its lines and, when paid, its payment. Due 14 days after issue. Returns its id. */
export async function buildInvoice(db: OwnerDatabase, accountId: string, plan: InvoicePlan): Promise<string> {
  const { number, status, issuedAt } = plan;
  const tax = plan.taxBasisPoints ?? 2100;
  const lines = plan.lines.map((line, position) => ({
    position,
    description: line.description,
    serviceId: line.serviceId,
    quantity: line.quantity ?? 1,
    unitMinor: BigInt(line.unitMinor),
    totalMinor: BigInt(line.unitMinor * (line.quantity ?? 1)),
    taxBasisPoints: tax,
    periodStart: line.serviceId ? issuedAt : undefined,
    periodEnd: line.serviceId ? addDays(issuedAt, 30) : undefined,
  }));
  const subtotal = lines.reduce((sum, line) => sum + Number(line.totalMinor), 0);
  const taxMinor = Math.round((subtotal * tax) / 10_000);
  const totalMinor = BigInt(subtotal + taxMinor);
  const paidAt = status === "paid" ? (plan.paidAt ?? addDays(issuedAt, 3)) : null;
  const { id } = await db.invoice.create({
    data: {
      accountId,
      number,
      status,
      currency: "EUR",
      subtotalMinor: BigInt(subtotal),
      taxMinor: BigInt(taxMinor),
      totalMinor,
      paidMinor: paidAt ? totalMinor : 0n,
      issuedAt: number === null ? null : issuedAt,
      dueAt: number === null ? null : addDays(issuedAt, 14),
      paidAt,
      seller: SELLER,
      buyer: await buyerOf(db, accountId),
      createdAt: issuedAt,
    },
    select: { id: true },
  });
  await db.invoiceLine.createMany({ data: lines.map((line) => ({ ...line, accountId, invoiceId: id })) });
  if (paidAt) {
    await db.payment.create({
      data: {
        accountId,
        invoiceId: id,
        amountMinor: totalMinor,
        currency: "EUR",
        method: plan.paidBy ?? "Visa •••• 4242",
        receivedAt: paidAt,
      },
    });
  }
  return id;
}

async function buyerOf(db: OwnerDatabase, accountId: string) {
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId } });
  return {
    name: account.legalName,
    lines: [account.addressLine1, `${account.postalCode} ${account.city}`, account.country],
    vatId: account.vatId,
  };
}
