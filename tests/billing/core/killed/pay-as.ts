import { pay } from "@/lib/billing/payments/pay";
import { execute } from "@/lib/platform/operations/execute";

export interface PaymentForm {
  readonly sessionHash: string;
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly input: { readonly invoiceIds: string[]; readonly methodId: string };
}

/** Submits a payment form as the web process does. */
export const payAs = ({ sessionHash, accountId, idempotencyKey, input }: PaymentForm) =>
  execute({ credential: { by: "session", hash: sessionHash }, via: "page", ip: "192.0.2.1" }, accountId, pay, input, {
    idempotencyKey,
  });
