import { failureInWords } from "@/lib/billing/gateways/failure-in-words";
import type { ChargeOutcome } from "@/lib/billing/gateways/payment-gateway";

export interface StoredCharge {
  readonly ref: string;
  readonly key: string;
  readonly accountId: string;
  /** Minor units, as text. */
  readonly amount: string;
  readonly currency: string;
  readonly methodRef: string;
  readonly status: ChargeOutcome["status"];
  readonly code: string | null;
  readonly actionUrl: string | null;
}

export function outcomeOf({ ref, status, amount, currency, code, actionUrl }: StoredCharge): ChargeOutcome {
  switch (status) {
    case "succeeded":
      return { status, ref, amountMinor: BigInt(amount), currency };
    case "processing":
      return { status, ref };
    case "actionRequired":
      return { status, ref, actionUrl: actionUrl ?? "" };
    case "failed":
      return { status, ref, code: code ?? "card_declined", message: failureInWords(code ?? "card_declined") };
  }
}
