import { settlePayment } from "@/lib/billing/settle-payment";
import { asJob } from "@/lib/db/door";
import type { TestPortal } from "../support/portal";

/** The gateway reports that all that is due of an invoice was paid, at a moment. */
export async function pay({ owner }: TestPortal, invoiceId: string, at: Date): Promise<void> {
  const invoice = await owner.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  const { accountId, currency } = invoice;
  const amountMinor = invoice.totalMinor - invoice.paidMinor - invoice.creditedMinor;
  const payment = await owner.payment.create({
    data: {
      accountId,
      gateway: "sandbox",
      status: "processing",
      origin: "person",
      amountMinor,
      currency,
      method: "Visa •••• 4242",
      allocations: { create: { invoice: { connect: { id: invoiceId } }, amountMinor, state: "reserved" } },
    },
    select: { id: true },
  });
  await asJob(accountId, at, (job) =>
    settlePayment(job, payment.id, { status: "succeeded", ref: `charge-${payment.id}`, amountMinor, currency }),
  );
}
