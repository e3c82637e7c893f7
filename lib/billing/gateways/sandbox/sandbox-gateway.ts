import type { PaymentGateway } from "@/lib/billing/gateways/payment-gateway";
import { cancelCharge, charge, findCharge } from "./charge";
import { readEvent } from "./read-event";
import { findRefund, refund } from "./refund";
import { beginSetup, findSetup, removeMethod } from "./setup";

/** A simulated bank for demos and tests: accepts only test numbers and moves no money. */
export const sandboxGateway: PaymentGateway = {
  name: "sandbox",
  customer: async ({ accountId }) => ({ ref: `sbc_${accountId}` }),
  beginSetup,
  findSetup,
  removeMethod,
  charge,
  findCharge,
  cancelCharge,
  refund,
  findRefund,
  readEvent,
};
