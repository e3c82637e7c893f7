import type Stripe from "stripe";
import type { PaymentGateway } from "@/lib/billing/gateways/payment-gateway";
import { cancelCharge, charge, findCharge } from "./charge";
import { type EventSettings, readEvent } from "./read-event";
import { findRefund, refund } from "./refund";
import { beginSetup, customer, findSetup, removeMethod } from "./setup";

export const stripeGateway = (stripe: Stripe, events: EventSettings): PaymentGateway => ({
  name: "stripe",
  customer: (request) => customer(stripe, request),
  beginSetup: (request) => beginSetup(stripe, request),
  findSetup: (ref) => findSetup(stripe, ref),
  removeMethod: (ref) => removeMethod(stripe, ref),
  charge: (request) => charge(stripe, request),
  findCharge: (key, ref) => findCharge(stripe, key, ref),
  cancelCharge: (ref) => cancelCharge(stripe, ref),
  refund: (request) => refund(stripe, request),
  findRefund: (key, ref, chargeRef) => findRefund(stripe, key, ref, chargeRef),
  readEvent: (body, signature) => readEvent(stripe, events, body, signature),
});
