import type { ChargeRequest } from "@/lib/billing/gateways/payment-gateway";
import type { StoredCharge } from "./charge-outcome";
import type { Behaviour } from "./test-methods";

/** The bank's decision on a charge, before anything is saved. */
export interface Plan {
  readonly status: StoredCharge["status"];
  readonly code?: string;
  readonly actionUrl?: string;
  /** The outcome of a direct debit, which takes days. */
  readonly endsWith?: "succeeded" | "failed";
  readonly disputed?: boolean;
}

/** @param behaviour null for an unknown or removed method */
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
      // The payer isn't present, so the bank can't ask for confirmation.
      return request.offSession
        ? { status: "failed", code: "authentication_required" }
        : { status: "actionRequired", actionUrl: `${request.returnUrl}/bank` };
    case "debit":
      return { status: "processing", endsWith: "succeeded" };
    case "debitFails":
      return { status: "processing", endsWith: "failed" };
  }
}
