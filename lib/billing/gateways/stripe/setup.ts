import { createHash } from "node:crypto";
import type Stripe from "stripe";
import type {
  CustomerRequest,
  GatewayMethod,
  SetupOutcome,
  SetupRequest,
} from "@/lib/billing/gateways/payment-gateway";
import { toldInEnglish } from "@/lib/platform/kernel/told";
import { say } from "@/lib/platform/language/say";
import { callStripe, isRefusal } from "./call-stripe";

/** Concurrent calls create one customer; the caller stores its id, so it isn't created again. */
export async function customer(stripe: Stripe, request: CustomerRequest): Promise<{ ref: string }> {
  const { accountId, name, email } = request;
  const what = createHash("sha256")
    .update(JSON.stringify([name, email]))
    .digest("hex")
    .slice(0, 16);
  const { id: ref } = await callStripe(() =>
    stripe.customers.create(
      { name, email, metadata: { account: accountId } },
      { idempotencyKey: `customer-${accountId}-${what}` },
    ),
  );
  return { ref };
}

export async function beginSetup(stripe: Stripe, { key, customerRef, kind }: SetupRequest): Promise<{ ref: string }> {
  const { id: ref } = await callStripe(() =>
    stripe.setupIntents.create(
      {
        customer: customerRef,
        allowed_payment_method_types: [kind === "card" ? "card" : "sepa_debit"],
        usage: "off_session",
        metadata: { setup: key },
      },
      { idempotencyKey: key },
    ),
  );
  return { ref };
}

export async function findSetup(stripe: Stripe, ref: string): Promise<SetupOutcome> {
  const intent = await callStripe(() => stripe.setupIntents.retrieve(ref, { expand: ["payment_method"] }));
  const { status, payment_method: method, client_secret: clientSecret } = intent;
  if (status === "succeeded" && method && typeof method === "object") {
    return { status: "succeeded", method: methodOf(method) };
  }
  if (status === "canceled" || clientSecret === null) {
    return { status: "failed", message: toldInEnglish(say("Adding the payment method was cancelled.")) };
  }
  return { status: "waiting", clientSecret };
}

export async function removeMethod(stripe: Stripe, ref: string): Promise<void> {
  try {
    await callStripe(() => stripe.paymentMethods.detach(ref));
  } catch (error) {
    // It no longer belongs to a customer.
    if (!isRefusal(error)) throw error;
  }
}

function methodOf(method: Stripe.PaymentMethod): GatewayMethod {
  const holder = method.billing_details.name ?? "";
  const { id: ref, card, sepa_debit: debit } = method;
  if (debit) {
    const { bank_code, last4 } = debit;
    const brand = bank_code ? `Bank ${bank_code}` : "Bank account";
    return { ref, kind: "sepaDebit", brand, last4: last4 ?? "", expMonth: null, expYear: null, holder };
  }
  return {
    ref,
    kind: "card",
    brand: brandInWords(card?.display_brand ?? card?.brand ?? "card"),
    last4: card?.last4 ?? "",
    expMonth: card?.exp_month ?? null,
    expYear: card?.exp_year ?? null,
    holder,
  };
}

const brands: Readonly<Record<string, string>> = {
  amex: "American Express",
  eftpos_au: "eftpos",
  jcb: "JCB",
  unionpay: "UnionPay",
  cartes_bancaires: "Cartes Bancaires",
};

const brandInWords = (brand: string): string => brands[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1);
