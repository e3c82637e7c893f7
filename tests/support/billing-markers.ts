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
 * Marks everything of an account's billing: the texts of invoices, lines, payments, cards, refunds, credit notes and
 * what the log says of them, and the amounts of invoices, prices and payments. May be done again and again.
 */
export async function plantBillingMarkers(owner: OwnerDatabase, accountId: string): Promise<void> {
  const own = { where: { accountId } };
  const amounts = { subtotalMinor: MARKED_AMOUNT, taxMinor: 0n, totalMinor: MARKED_AMOUNT };
  await owner.invoice.updateMany({ ...own, data: { ...amounts, paidMinor: 0n, creditedMinor: 0n, note: MARKED_WORD } });
  await owner.$executeRaw`update "Invoice" set "number" = ${MARKED_WORD} || '-' || "number"
    where "accountId" = ${accountId}::uuid and "number" not like ${`${MARKED_WORD}-%`}`;
  await owner.invoiceLine.updateMany({
    ...own,
    data: { description: MARKED_WORD, unitMinor: MARKED_AMOUNT, totalMinor: MARKED_AMOUNT },
  });
  const failureMessage = MARKED_WORD;
  await owner.payment.updateMany({ ...own, data: { amountMinor: MARKED_AMOUNT, method: MARKED_WORD, failureMessage } });
  await owner.paymentMethod.updateMany({
    ...own,
    data: { brand: MARKED_WORD, holder: MARKED_WORD, last4: MARKED_LAST4 },
  });
  await owner.refund.updateMany({ ...own, data: { reason: MARKED_WORD, failureMessage } });
  await owner.creditNote.updateMany({ ...own, data: { reason: MARKED_WORD } });
  await owner.creditNoteLine.updateMany({ ...own, data: { description: MARKED_WORD } });
  await owner.dispute.updateMany({ ...own, data: { reason: MARKED_WORD } });
  await owner.service.updateMany({ ...own, data: { priceMinor: MARKED_AMOUNT } });
  await owner.$executeRaw`update "Service" set "nextPlan" = jsonb_set("nextPlan", '{priceMinor}', ${MARKED_AMOUNT.toString()}::jsonb)
    where "accountId" = ${accountId}::uuid and jsonb_typeof("nextPlan") = 'object'`;
  await owner.order.updateMany({ ...own, data: { priceMinor: MARKED_AMOUNT, note: MARKED_WORD } });
  await logOnce(owner, accountId);
}

/** Something of billing that the log tells of. */
async function logOnce(owner: OwnerDatabase, accountId: string): Promise<void> {
  const summary = `Paid ${MARKED_FIGURES[2]} with ${MARKED_WORD} ${MARKED_LAST4}`;
  if ((await owner.auditEvent.count({ where: { accountId, summary } })) > 0) return;
  const event = { actorName: MARKED_WORD, via: "page", operation: "payments.pay", permission: "billing.invoices.pay" };
  await owner.auditEvent.create({ data: { ...event, accountId, outcome: "done", summary } });
}

/** Marks what will be charged from now on, here and in the catalogue: whatever happens then adds up in the books. */
export async function plantBillingPrices(owner: OwnerDatabase, accountId: string): Promise<void> {
  await owner.service.updateMany({ where: { accountId }, data: { priceMinor: MARKED_AMOUNT } });
  await owner.productPrice.updateMany({ data: { priceMinor: MARKED_AMOUNT } });
  await owner.optionChoicePrice.deleteMany();
  await owner.paymentMethod.updateMany({
    where: { accountId },
    data: { brand: MARKED_WORD, holder: MARKED_WORD, last4: MARKED_LAST4 },
  });
}
