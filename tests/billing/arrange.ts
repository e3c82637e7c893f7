import { sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { addDays } from "@/lib/platform/kernel/dates";
import { bookedInvoice } from "@/tests/fixtures/booked-invoice";
import { unique } from "@/tests/operations/arrange";
import type { Arrangement, Sample } from "@/tests/operations/arrangement";

/** A year ago, when a month has few rows, so documents stay short. */
export const pastMonth: Sample = () => {
  const month = addDays(new Date(), -365).toISOString().slice(0, 7);
  return { from: `${month}-01`, to: `${month}-28` };
};

export const invoice = async ({ portal, accountId }: Arrangement) =>
  (await portal.owner.invoice.findFirstOrThrow({ where: { accountId, status: "paid" } })).id;

export const paymentMethod = async ({ portal, accountId }: Arrangement) =>
  (
    await portal.owner.paymentMethod.create({
      data: {
        accountId,
        kind: "card",
        gatewayRef: sandboxMethodRef("success", unique()),
        brand: "Visa",
        last4: "4242",
        expMonth: 4,
        expYear: new Date().getUTCFullYear() + 3,
        holder: "Sample Person",
      },
    })
  ).id;

export const owedInvoice = async (at: Arrangement) => (await bookedInvoice(at.portal.owner, at.accountId, "open")).id;
