import { type BillingContext, lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { creditedInFull, unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { invoiceOf } from "@/lib/billing/core/invoicing/invoice-of";
import { invoicePaid } from "@/lib/billing/core/invoicing/invoice-paid";
import { takeNumber } from "@/lib/billing/core/invoicing/take-number";
import { memoOf } from "@/lib/billing/core/ledger/memo";
import { owedAt } from "@/lib/billing/core/ledger/owed-at";
import { post } from "@/lib/billing/core/ledger/post";
import { salePostings } from "@/lib/billing/core/ledger/sale-postings";
import { applyInvoiceEvent } from "@/lib/billing/core/payments/receive";
import { refuseUnderWay } from "@/lib/billing/core/payments/refuse-under-way";
import { returnCouponUses } from "@/lib/billing/core/pricing/return-coupon-uses";
import { type TaxAtRate, type TaxedLine, totalsOf } from "@/lib/billing/core/pricing/totals";
import { loadSeller } from "@/lib/billing/core/tax/parties";
import { lesser } from "@/lib/platform/kernel/money";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { type CreditedTax, type CreditGround, creditedTaxes, creditSums } from "./credit-totals";

export interface CreditLine {
  readonly description: string;
  /** Net, positive, in minor units of the invoice's currency. */
  readonly netMinor: bigint;
  readonly taxBasisPoints: number;
  readonly invoiceLineId?: string | null;
}

export interface CreditNoteToIssue {
  readonly invoiceId: string;
  readonly lines: readonly CreditLine[];
  readonly reason: string;
  readonly issuedByName: string;
}

export interface IssuedCreditNote {
  readonly id: string;
  readonly number: string;
  readonly totalMinor: bigint;
  /** The amount applied to the invoice; the rest became account credit. */
  readonly appliedMinor: bigint;
}

/**
 * Credits part or all of an issued invoice, at that invoice's tax rates. It reduces the amount due, or the bad debt of
 * an invoice written off, first; anything already paid becomes account credit.
 *
 * @throws Problem `conflict` if the invoice is a draft or void, or a payment is in progress; `invalid` if more would be
 *   credited at a rate than was invoiced at it.
 */
export async function issueCreditNote(work: NotifyingContext, note: CreditNoteToIssue): Promise<IssuedCreditNote> {
  await lockMoney(work);
  const { db, account, now } = work;
  const invoice = await invoiceOf(work, note.invoiceId);
  if (invoice.status === "draft" || invoice.status === "void") {
    throw new Problem("conflict", t("A draft or void invoice can't be credited."));
  }
  const ground = await groundOf(work, note.invoiceId);
  const lines = note.lines.map(({ netMinor, taxBasisPoints }) => ({ totalMinor: netMinor, taxBasisPoints }));
  refuseBeyondInvoiced(lines, ground);
  await refuseUnderWay(work, note.invoiceId);
  const credited = creditedTaxes(lines, ground);
  const { subtotalMinor, taxMinor, totalMinor, taxes } = creditSums(credited);
  if (totalMinor <= 0n) throw invalidField("amount", t("Enter an amount above zero."));
  if (totalMinor > invoice.totalMinor - invoice.creditedMinor - invoice.releasedMinor) throw beyond();
  const appliedMinor = lesser(unsettled(invoice), totalMinor);
  const seller = await loadSeller(work);
  const number = await takeNumber(work, seller.id, "creditNote");
  const { id } = await db.creditNote.create({
    data: {
      accountId: account.id,
      invoiceId: invoice.id,
      number,
      currency: invoice.currency,
      subtotalMinor,
      taxMinor,
      totalMinor,
      appliedMinor,
      reason: note.reason,
      issuedByName: note.issuedByName,
      issuedAt: now,
      seller: invoice.seller as object,
      buyer: invoice.buyer as object,
      reverseCharge: invoice.reverseCharge,
    },
    select: { id: true },
  });
  await writeLines(work, id, note.lines, credited);
  await book(work, { id, number, totalMinor, appliedMinor }, invoice, taxes);
  const after = await applyInvoiceEvent(work, invoice, { type: "credit", amountMinor: totalMinor });
  if (creditedInFull(after)) await returnCouponUses(work, invoice.id);
  if (after.status === "paid") await invoicePaid(work, invoice.id);
  return { id, number, totalMinor, appliedMinor };
}

/** The invoice's lines, and what has been credited so far. */
async function groundOf({ db, account }: BillingContext, invoiceId: string): Promise<CreditGround> {
  const its = { accountId: account.id };
  const invoice = await db.invoice.findUniqueOrThrow({
    where: { accountId_id: { ...its, id: invoiceId } },
    select: { taxMode: true, lines: { select: { totalMinor: true, taxBasisPoints: true } } },
  });
  const before = await db.creditNoteLine.findMany({
    where: { ...its, creditNote: { invoiceId } },
    select: { totalMinor: true, taxMinor: true, taxBasisPoints: true },
  });
  return { ...invoice, before };
}

function refuseBeyondInvoiced(taken: readonly TaxedLine[], { lines, taxMode, before }: CreditGround): void {
  const rates = totalsOf(lines, taxMode).taxes;
  for (const { basisPoints, netMinor } of rates) {
    const all = [...before, ...taken]
      .filter((line) => line.taxBasisPoints === basisPoints)
      .reduce((sum, line) => sum + line.totalMinor, 0n);
    if (netMinor < 0n ? all < netMinor : all > netMinor) throw beyond();
  }
  const matches = (line: TaxedLine) => {
    const rate = rates.find(({ basisPoints }) => basisPoints === line.taxBasisPoints);
    return rate !== undefined && line.totalMinor !== 0n && line.totalMinor < 0n === rate.netMinor < 0n;
  };
  if (!taken.every(matches)) throw invalidField("amount", t("Enter amounts above zero, at tax rates on the invoice."));
}

const beyond = () => invalidField("amount", t("This is more than can still be credited on this invoice."));

async function book(
  work: BillingContext,
  { id, number, totalMinor, appliedMinor }: IssuedCreditNote,
  { id: invoiceId, status, currency, taxCountry }: Awaited<ReturnType<typeof invoiceOf>>,
  taxes: readonly TaxAtRate[],
): Promise<void> {
  const side = { currency, invoiceId };
  await post(work, {
    kind: "creditNoteIssued",
    source: `creditNote:${id}:issued`,
    memo: memoOf("creditNoteIssued", number),
    lines: [
      ...salePostings({ ...side, taxCountry, taxes }, 1n),
      { ...side, ledgerAccount: owedAt(status), amountMinor: -appliedMinor },
      { currency, ledgerAccount: "customerCredit", amountMinor: appliedMinor - totalMinor },
    ],
  });
}

async function writeLines(
  { db, account }: BillingContext,
  creditNoteId: string,
  lines: readonly CreditLine[],
  taxes: readonly CreditedTax[],
): Promise<void> {
  const rows = lines.map(({ description, netMinor, taxBasisPoints, invoiceLineId }, position) => ({
    accountId: account.id,
    creditNoteId,
    invoiceLineId: invoiceLineId ?? null,
    position,
    description,
    totalMinor: netMinor,
    taxMinor: taxes[position]?.taxMinor ?? 0n,
    taxBasisPoints,
  }));
  await db.creditNoteLine.createMany({ data: rows });
}
