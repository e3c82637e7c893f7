import { randomUUID } from "node:crypto";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import { owedInvoice, paymentMethod } from "@/tests/billing/arrange";
import { bookedInvoice } from "@/tests/fixtures/booked-invoice";
import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

/** A separate open invoice per sample, so no other sample has paid it. */
const openInvoice = async (at: Arrangement) => {
  const issuedAt = new Date();
  return buildInvoice(at.portal.owner, at.accountId, {
    number: `SAMPLE-${randomUUID()}`,
    status: "open",
    issuedAt,
    lines: [{ description: "Sample", unitMinor: 1000 }],
  });
};

/** A payment for an open invoice, with a given status. */
const payment = async (at: Arrangement, status: "processing" | "actionRequired") => {
  const { owner } = at.portal;
  const gatewayRef = status === "processing" ? null : `sbp_${unique()}`;
  const { id } = await owner.payment.create({
    data: {
      accountId: at.accountId,
      gateway: "sandbox",
      gatewayRef,
      status,
      origin: "person",
      amountMinor: 1210n,
      currency: "EUR",
      method: "Visa •••• 4242",
      paymentMethodId: await paymentMethod(at),
    },
  });
  const allocation = { invoiceId: await openInvoice(at), amountMinor: 1210n, state: "reserved" as const };
  await owner.paymentAllocation.create({ data: { ...allocation, accountId: at.accountId, paymentId: id } });
  if (gatewayRef === null) return id;
  await owner.$executeRaw`insert into sandbox.charge (ref, key, account_id, customer_ref, method_ref, amount_minor, currency,
      description, status, created_at)
    values (${gatewayRef}, ${id}, ${at.accountId}::uuid, '', '', 1210, 'EUR', '', ${status}, now())`;
  return id;
};

const transfer = async (at: Arrangement) => (await bookedInvoice(at.portal.owner, at.accountId, "paid")).paymentId;

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                     own adm bil sup b+s cus age acc man
  "payments.confirm-sandbox":      { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ paymentId: await payment(at, "actionRequired"), answer: "approve" }) },
  "payments.cancel":           { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ paymentId: await payment(at, "actionRequired") }) },
  "payments.check":            { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ paymentId: await payment(at, "processing") }) },
  "payments.grant-credit":     { may: " -   -   -   -   -   -   -   +   + ", sample: () => ({ currency: "USD", amount: "10.00", reason: "For the outage" }) },
  "payments.list":             { may: " +   +   +   -   +   -   -   +   + ", sample: nothing },
  "payments.pay":              { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ invoiceIds: [await openInvoice(at)], methodId: await paymentMethod(at) }) },
  "payments.preview":          { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ invoiceIds: [await openInvoice(at)] }) },
  "payments.record-transfer":  { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({
    invoiceIds: [await owedInvoice(at)],
    currency: "SEK",
    amount: "20.00",
    reference: unique(),
  }) },
  "payments.refund":           { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({
    paymentId: await transfer(at),
    version: 2,
    amount: "1.00",
    from: "invoices",
    reason: "Paid twice",
  }) },
  "payments.view-transfer-desk":    { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ invoiceId: await owedInvoice(at) }) },
  "payments.view":             { may: " +   +   +   -   +   -   -   +   + ", sample: async (at) => ({ paymentId: await payment(at, "processing") }) },
  "payments.view-refundable":  { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ paymentId: await transfer(at) }) },
};
