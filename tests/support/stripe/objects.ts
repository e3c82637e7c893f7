import { randomUUID } from "node:crypto";

export type Fields = Record<string, unknown>;

export interface Intent extends Fields {
  readonly id: string;
  readonly status: string;
  readonly amount: number;
  readonly amount_received: number;
  readonly currency: string;
  readonly metadata: Record<string, string>;
  readonly last_payment_error?: Fields | null;
}

const ref = (prefix: string) => `${prefix}_${randomUUID().replaceAll("-", "").slice(0, 24)}`;
const seconds = () => Math.floor(Date.now() / 1000);

/** A PaymentIntent with the fields that Stripe sends, as recorded; succeeded unless told otherwise. */
export const cardIntent = (fields: Partial<Intent> & { amount: number }): Intent => ({
  id: ref("pi"),
  object: "payment_intent",
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: fields.amount,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  capture_method: "automatic",
  client_secret: "pi_secret",
  confirmation_method: "automatic",
  created: seconds(),
  currency: "eur",
  customer: ref("cus"),
  description: "Invoice INV-2026-00001",
  last_payment_error: null,
  latest_charge: ref("ch"),
  livemode: false,
  metadata: {},
  next_action: null,
  on_behalf_of: null,
  payment_method: ref("pm"),
  payment_method_options: { card: { request_three_d_secure: "automatic" } },
  payment_method_types: ["card", "sepa_debit"],
  processing: null,
  receipt_email: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  status: "succeeded",
  transfer_data: null,
  transfer_group: null,
  ...fields,
});

export const refundObject = (fields: Fields): Fields => ({
  id: ref("re"),
  object: "refund",
  balance_transaction: ref("txn"),
  charge: ref("ch"),
  created: seconds(),
  currency: "eur",
  destination_details: {
    card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" },
    type: "card",
  },
  metadata: {},
  reason: null,
  receipt_number: null,
  source_transfer_reversal: null,
  status: "succeeded",
  transfer_reversal: null,
  ...fields,
});

export const chargeObject = (fields: Fields): Fields => ({
  id: ref("ch"),
  object: "charge",
  amount_captured: fields.amount,
  amount_refunded: fields.amount,
  captured: true,
  created: seconds(),
  currency: "eur",
  disputed: false,
  metadata: {},
  paid: true,
  refunded: true,
  status: "succeeded",
  ...fields,
});

export const disputeObject = (fields: Fields): Fields => ({
  id: ref("dp"),
  object: "dispute",
  balance_transactions: [],
  charge: ref("ch"),
  created: seconds(),
  currency: "eur",
  evidence_details: { due_by: seconds() + 864_000, has_evidence: false, past_due: false, submission_count: 0 },
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  reason: "fraudulent",
  status: "needs_response",
  ...fields,
});

/** The envelope in which Stripe sends an object. */
export const eventOf = (type: string, object: Fields, fields: Fields = {}): Fields => ({
  id: ref("evt"),
  object: "event",
  api_version: "2026-10-28.endive",
  created: seconds(),
  data: { object },
  livemode: false,
  pending_webhooks: 1,
  request: { id: ref("req"), idempotency_key: randomUUID() },
  type,
  ...fields,
});
