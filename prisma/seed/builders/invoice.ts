import { post } from "@/lib/billing/core/ledger/post";
import { salePostings } from "@/lib/billing/core/ledger/sale-postings";
import { totalsOf } from "@/lib/billing/core/pricing/totals";
import type { InvoiceStatus } from "@/lib/platform/db/generated/enums";
import { addressLines } from "@/lib/platform/kernel/address/address-lines";
import { addDays } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "./owner-database";

interface InvoiceLinePlan {
  readonly description: string;
  readonly quantity?: number;
  readonly unitMinor: number;
  readonly taxBasisPoints?: number;
  readonly serviceId?: string;
}

interface InvoicePlan {
  /** Null for a draft. */
  readonly number: string | null;
  readonly status: Extract<InvoiceStatus, "draft" | "open" | "paid">;
  readonly issuedAt: Date;
  /** Net amounts in minor units of EUR. */
  readonly lines: readonly InvoiceLinePlan[];
  /** Tax in basis points for lines without a rate of their own. */
  readonly taxBasisPoints?: number;
  readonly paidBy?: string;
  readonly paidAt?: Date;
}

const SELLER = {
  name: "Portcullis Hosting B.V.",
  lines: ["Wilhelminakade 173", "3072 AP Rotterdam", "Netherlands"],
  vatId: "NL861234560B01",
  registration: "KvK 24481632",
  email: "accounts@portcullis.example",
  phone: "+31 10 555 0100",
  bank: { name: "Rotterdamsche Handelsbank", iban: "NL02 RHBK 0417 1643 00", bic: "RHBKNL2R" },
};

/**
 * An invoice with its lines and, if paid, its payment, both in the ledger: for tests that need a given number and rates.
 * Due 14 days after issue. Returns its id.
 */
export async function buildInvoice(db: OwnerDatabase, accountId: string, plan: InvoicePlan): Promise<string> {
  const { number, status, issuedAt } = plan;
  const lines = plan.lines.map((line, position) => ({
    position,
    description: line.description,
    serviceId: line.serviceId,
    quantity: line.quantity ?? 1,
    unitMinor: BigInt(line.unitMinor),
    totalMinor: BigInt(line.unitMinor * (line.quantity ?? 1)),
    taxBasisPoints: line.taxBasisPoints ?? plan.taxBasisPoints ?? 2100,
    periodStart: line.serviceId ? issuedAt : undefined,
    periodEnd: line.serviceId ? addDays(issuedAt, 30) : undefined,
  }));
  const { subtotalMinor, taxMinor, totalMinor, taxes } = totalsOf(lines);
  const paidAt = status === "paid" ? (plan.paidAt ?? addDays(issuedAt, 3)) : null;
  const { id } = await db.invoice.create({
    data: {
      accountId,
      number,
      status,
      currency: "EUR",
      subtotalMinor,
      taxMinor,
      totalMinor,
      paidMinor: paidAt ? totalMinor : 0n,
      issuedAt: number === null ? null : issuedAt,
      announcedAt: number === null ? null : issuedAt,
      dueAt: number === null ? null : addDays(issuedAt, 14),
      paidAt,
      seller: SELLER,
      buyer: await buyerOf(db, accountId),
      createdAt: issuedAt,
    },
    select: { id: true },
  });
  await db.invoiceLine.createMany({ data: lines.map((line) => ({ ...line, accountId, invoiceId: id })) });
  const work = { db, account: { id: accountId, name: "" } };
  const owed = { currency: "EUR", amountMinor: totalMinor, invoiceId: id };
  if (number !== null) {
    await post(
      { ...work, now: issuedAt },
      {
        kind: "invoiceIssued",
        source: `invoice:${id}:issued`,
        memo: `Invoice ${number}`,
        lines: [
          { ...owed, ledgerAccount: "receivable" },
          ...salePostings({ currency: "EUR", invoiceId: id, taxCountry: null, taxes }, -1n),
        ],
      },
    );
  }
  if (paidAt) {
    const payment = await db.payment.create({
      data: {
        accountId,
        gateway: "manual",
        status: "succeeded",
        origin: "person",
        amountMinor: totalMinor,
        currency: "EUR",
        method: plan.paidBy ?? "Visa •••• 4242",
        createdAt: paidAt,
        receivedAt: paidAt,
      },
      select: { id: true },
    });
    await db.paymentAllocation.create({
      data: { accountId, paymentId: payment.id, invoiceId: id, amountMinor: totalMinor, state: "applied" },
    });
    await post(
      { ...work, now: paidAt },
      {
        kind: "paymentReceived",
        source: `payment:${payment.id}:received`,
        memo: plan.paidBy ?? "Visa •••• 4242",
        lines: [
          { ledgerAccount: "cash", currency: "EUR", amountMinor: totalMinor },
          { ...owed, ledgerAccount: "receivable", amountMinor: -totalMinor },
        ],
      },
    );
  }
  return id;
}

const countries = new Intl.DisplayNames("en", { type: "region" });

async function buyerOf(db: OwnerDatabase, accountId: string) {
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId } });
  return {
    name: account.legalName,
    lines: [...addressLines(account), countries.of(account.country) ?? account.country],
    vatId: account.vatId,
  };
}
