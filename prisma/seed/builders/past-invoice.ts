import { randomUUID } from "node:crypto";
import { priceLines } from "@/lib/billing/core/pricing/price-lines";
import { loadSeller, partyOf, sellerCopy } from "@/lib/billing/core/tax/parties";
import { addDays } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "./owner-database";
import { type PastInvoice, type PricedPast, rowsOf } from "./past-rows";

/**
 * Invoices of past months, as if issued and paid one after another: priced, taxed and addressed by the functions that
 * issue invoices, numbered in order of issue across accounts, and posted to the ledger. Inserted all at once, because
 * every test file starts with them. Due 14 days after issue; returns their ids in the given order.
 */
export async function buildPastInvoices(db: OwnerDatabase, past: readonly PastInvoice[]): Promise<string[]> {
  const work = { db, account: { id: "", name: "" }, now: new Date(0) };
  const seller = await loadSeller(work);
  const rates = await db.taxRate.findMany();
  const accounts = new Map((await db.account.findMany()).map((account) => [account.id, account]));
  const next = new Map<number, number>();
  const inOrder = past
    .map((plan) => ({ plan, id: randomUUID() }))
    .sort((a, b) => a.plan.issuedAt.getTime() - b.plan.issuedAt.getTime());
  const priced = inOrder.map(({ plan, id }): PricedPast => {
    const buyer = accounts.get(plan.accountId);
    if (buyer === undefined) throw new Error(`No account ${plan.accountId}`);
    const year = plan.issuedAt.getUTCFullYear();
    const place = next.get(year) ?? 1;
    next.set(year, place + 1);
    const pricing = { currency: "EUR", taxMode: "exclusive" as const, sellerCountry: seller.country, coupons: [] };
    const lines = plan.lines.map((line) => ({ taxCategory: "standard", quantity: 1, ...line }));
    return {
      id,
      plan,
      number: `INV-${year}-${String(place).padStart(5, "0")}`,
      dueAt: addDays(plan.issuedAt, 14),
      seller: sellerCopy(seller),
      buyer: partyOf(buyer),
      ...priceLines(lines, { ...pricing, buyer, rates, at: plan.issuedAt }),
    };
  });
  const rows = rowsOf(priced);
  await db.invoice.createMany({ data: rows.invoices });
  await db.invoiceLine.createMany({ data: rows.lines });
  await db.payment.createMany({ data: rows.payments });
  await db.paymentAllocation.createMany({ data: rows.allocations });
  await db.ledgerEntry.createMany({ data: rows.entries });
  await db.ledgerLine.createMany({ data: rows.ledgerLines });
  await db.numberSeries.createMany({
    data: [...next].map(([year, place]) => ({
      legalEntityId: seller.id,
      kind: "invoice" as const,
      prefix: "INV",
      year,
      next: place,
    })),
  });
  return past.map((plan) => inOrder.find((one) => one.plan === plan)?.id ?? "");
}
