import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** A word that stands nowhere else, put into every text that belongs to billing. */
export const MARKED_WORD = "Zibeline";
/** An amount that stands nowhere else, in minor units; and how people and programs would write it. */
const MARKED_AMOUNT = 7_391_846n;
export const MARKED_FIGURES = ["7391846", "73918.46", "73,918.46", "73.918,46", "73 918,46", "73 918,46", "73 918,46"];
export const MARKED_LAST4 = "ZQXJ";

/** What of the planted markers a text gives away. */
export const markersIn = (text: string): string[] =>
  [MARKED_WORD, MARKED_LAST4, ...MARKED_FIGURES].filter((marker) => text.includes(marker));

/**
 * Marks everything of an account's billing: the texts of invoices, lines, payments, cards, refunds and credit notes, and
 * the amounts of invoices, prices and payments.
 */
export async function plantBillingMarkers(owner: OwnerDatabase, accountId: string): Promise<void> {
  const own = { where: { accountId } };
  const amounts = { subtotalMinor: MARKED_AMOUNT, taxMinor: 0n, totalMinor: MARKED_AMOUNT };
  await owner.invoice.updateMany({ ...own, data: { ...amounts, paidMinor: 0n, creditedMinor: 0n, note: MARKED_WORD } });
  for (const { id, number } of await owner.invoice.findMany({ ...own, where: { accountId, number: { not: null } } })) {
    await owner.invoice.update({ where: { id }, data: { number: `${MARKED_WORD}-${number}` } });
  }
  await owner.invoiceLine.updateMany({
    ...own,
    data: { description: MARKED_WORD, unitMinor: MARKED_AMOUNT, totalMinor: MARKED_AMOUNT },
  });
  await owner.payment.updateMany({ ...own, data: { amountMinor: MARKED_AMOUNT, method: MARKED_WORD } });
  await owner.paymentMethod.updateMany({
    ...own,
    data: { brand: MARKED_WORD, holder: MARKED_WORD, last4: MARKED_LAST4 },
  });
  await owner.refund.updateMany({ ...own, data: { reason: MARKED_WORD } });
  await owner.creditNote.updateMany({ ...own, data: { reason: MARKED_WORD } });
  await owner.service.updateMany({ ...own, data: { priceMinor: MARKED_AMOUNT } });
  await owner.order.updateMany({ ...own, data: { priceMinor: MARKED_AMOUNT } });
}
