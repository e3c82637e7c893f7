import type { ChargeRequest } from "@/lib/billing/gateways/payment-gateway";
import type { StoredCharge } from "./charge-outcome";
import type { Behaviour } from "./test-methods";

/** What the bank decides when it is asked, before it writes anything down. */
export interface Plan {
  readonly status: StoredCharge["status"];
  readonly code?: string;
  readonly actionUrl?: string;
  /** Of a direct debit, which takes days. */
  readonly endsWith?: "succeeded" | "failed";
  readonly disputed?: boolean;
}

/** @param behaviour null for a method that the bank does not know, or no longer */
export function planOf(behaviour: Behaviour | null, request: ChargeRequest): Plan {
  switch (behaviour) {
    case null:
      return { status: "failed", code: "method_unknown" };
    case "success":
    case "silent":
      return { status: "succeeded" };
    case "dispute":
      return { status: "succeeded", disputed: true };
    case "declined":
      return { status: "failed", code: "card_declined" };
    case "insufficient":
      return { status: "failed", code: "insufficient_funds" };
    case "expired":
      return { status: "failed", code: "expired_card" };
    case "authenticate":
      // Nobody sits in front of the screen whom the bank could ask.
      return request.offSession
        ? { status: "failed", code: "authentication_required" }
        : { status: "actionRequired", actionUrl: `${request.returnUrl}/bank` };
    case "debit":
      return { status: "processing", endsWith: "succeeded" };
    case "debitFails":
      return { status: "processing", endsWith: "failed" };
  }
}
