import { settlePayment } from "@/lib/billing/core/payments/settle-payment";
import { asJob } from "@/lib/platform/db/transaction";
import type { TestPortal } from "@/tests/fixtures/portal";

/** A charge that the gateway has begun. */
export interface Charge {
  readonly id: string;
  readonly accountId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** The gateway reports that all that is due of an invoice was paid, at a moment. */
export async function pay(portal: TestPortal, invoiceId: string, at: Date): Promise<void> {
  await reportPaid(await chargeFor(portal, invoiceId), at);
}

/** Begins to charge all that is due of an invoice. */
export async function chargeFor({ owner }: TestPortal, invoiceId: string): Promise<Charge> {
  const invoice = await owner.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  const { accountId, currency } = invoice;
  const amountMinor = invoice.totalMinor - invoice.paidMinor - invoice.creditedMinor;
  const { id } = await owner.payment.create({
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
  return { id, accountId, amountMinor, currency };
}

/** The gateway reports that a charge succeeded, as often as it likes. */
export async function reportPaid({ id, accountId, amountMinor, currency }: Charge, at: Date): Promise<void> {
  await asJob(accountId, at, (job) =>
    settlePayment(job, id, { status: "succeeded", ref: `charge-${id}`, amountMinor, currency }),
  );
}
