import type { PaymentGateway } from "@/lib/billing/gateways/payment-gateway";
import { cancelCharge, charge, findCharge } from "./charge";
import { readEvent } from "./read-event";
import { findRefund, refund } from "./refund";
import { beginSetup, findSetup, removeMethod } from "./setup";

/** A stand-in bank for demonstrations and tests, which takes test numbers and no money. */
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
