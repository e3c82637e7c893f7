import type { GatewayName } from "@/lib/platform/db/generated/enums";

/** A payment provider. Amounts in minor units; every call is idempotent under its key. */
export interface PaymentGateway {
  readonly name: Exclude<GatewayName, "manual">;

  /** The account's customer at the gateway: created once, found again by the account id. */
  customer(request: CustomerRequest): Promise<{ readonly ref: string }>;

  /**
   * Starts adding a card or bank account at the gateway; its number goes directly there and never to us. The same
   * key is the same setup.
   */
  beginSetup(request: SetupRequest): Promise<{ readonly ref: string }>;
  /** The status of a setup. */
  findSetup(ref: string): Promise<SetupOutcome>;
  /** Deletes a card or mandate at the gateway. Not an error if it is already deleted. */
  removeMethod(ref: string): Promise<void>;

  /**
   * Charges a method. The same key is the same charge, however often it is requested.
   *
   * @throws GatewayUnknown if there was no answer: the money may have been taken, and `findCharge` can tell later.
   */
  charge(request: ChargeRequest): Promise<ChargeOutcome>;
  /** The outcome of the charge with that key; null if the gateway doesn't know it. */
  findCharge(key: string, ref: string | null): Promise<ChargeOutcome | null>;
  /**
   * Cancels a charge awaiting confirmation. Returns the outcome: failed with `cancelled`, or the actual result if the
   * payer or bank was faster.
   *
   * @throws GatewayUnknown as `charge` does.
   */
  cancelCharge(ref: string): Promise<ChargeOutcome>;

  /** @throws GatewayUnknown as `charge` does. */
  refund(request: RefundRequest): Promise<RefundOutcome>;
  findRefund(key: string, ref: string | null, chargeRef: string): Promise<RefundOutcome | null>;

  /**
   * Reads a webhook event.
   *
   * @throws BadSignature if it isn't from the gateway, or is too old or too new.
   * @throws UnknownReport if its shape is unknown, or it isn't meant for this portal.
   */
  readEvent(body: string, signature: string): Promise<GatewayReport>;
}

export interface CustomerRequest {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
}

export interface SetupRequest {
  readonly key: string;
  readonly customerRef: string;
  readonly kind: "card" | "sepaDebit";
}

export interface GatewayMethod {
  readonly ref: string;
  readonly kind: "card" | "sepaDebit";
  /** Card brand or bank name. */
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number | null;
  readonly expYear: number | null;
  readonly holder: string;
}

export type SetupOutcome =
  /** `clientSecret` is for the gateway's script in the browser; never store or log it. */
  | { readonly status: "waiting"; readonly clientSecret: string }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "succeeded"; readonly method: GatewayMethod };

export interface ChargeRequest {
  /** Our payment's id. */
  readonly key: string;
  readonly accountId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly customerRef: string;
  readonly methodRef: string;
  /** Shown to the payer by their bank. */
  readonly description: string;
  /** True if the payer isn't present: autopay. */
  readonly offSession: boolean;
  /** Where the payer returns after confirming with their bank: the payment page. */
  readonly returnUrl: string;
}

export type ChargeOutcome =
  | { readonly status: "succeeded"; readonly ref: string; readonly amountMinor: bigint; readonly currency: string }
  /** In progress at the bank, as direct debits are for days; an event reports the outcome. */
  | { readonly status: "processing"; readonly ref: string }
  | { readonly status: "actionRequired"; readonly ref: string; readonly actionUrl: string }
  | {
      readonly status: "failed";
      readonly ref: string | null;
      /** Standard code, e.g. card_declined, insufficient_funds, expired_card, authentication_required. */
      readonly code: string;
      /** Message for the payer. */
      readonly message: string;
    };

export interface RefundRequest {
  /** Our refund's id. */
  readonly key: string;
  readonly accountId: string;
  readonly chargeRef: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

export type RefundOutcome =
  | { readonly status: "succeeded"; readonly ref: string }
  | { readonly status: "processing"; readonly ref: string }
  | { readonly status: "failed"; readonly ref: string | null; readonly message: string };

/** A gateway event in our own terms. `eventId` is the gateway's, and identifies repeats. */
export type GatewayReport = { readonly eventId: string; readonly type: string; readonly at: Date } & (
  | { readonly about: "charge"; readonly key: string; readonly accountId: string; readonly outcome: ChargeOutcome }
  | { readonly about: "refund"; readonly key: string; readonly accountId: string; readonly outcome: RefundOutcome }
  | {
      readonly about: "dispute";
      readonly ref: string;
      readonly chargeRef: string;
      readonly amountMinor: bigint;
      readonly currency: string;
      readonly status: "open" | "won" | "lost";
      readonly reason: string | null;
    }
  | { readonly about: "setup"; readonly ref: string; readonly outcome: SetupOutcome }
  | { readonly about: "nothing" }
);

/** No conclusive answer: ask again later, under the same key. */
export class GatewayUnknown extends Error {
  override name = "GatewayUnknown";
}

export class BadSignature extends Error {
  override name = "BadSignature";
}

/** A genuine event that this portal can't act on, now or when repeated. */
export class UnknownReport extends Error {
  override name = "UnknownReport";
}
