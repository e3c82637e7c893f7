import type { GatewayName } from "@/lib/platform/db/generated/enums";

/** Where money is taken and given back. Amounts in minor units; every call is safe to repeat under its key. */
export interface PaymentGateway {
  readonly name: Exclude<GatewayName, "manual">;

  /** The account at the gateway: made once, found again by the account's id. */
  customer(request: CustomerRequest): Promise<{ readonly ref: string }>;

  /**
   * Begins the way of a card or bank account into the gateway; its number goes there directly and never to us. The same
   * key is the same setup.
   */
  beginSetup(request: SetupRequest): Promise<{ readonly ref: string }>;
  /** How a setup stands. */
  findSetup(ref: string): Promise<SetupOutcome>;
  /** The gateway forgets a card or mandate. Not an error where it has already. */
  removeMethod(ref: string): Promise<void>;

  /**
   * Takes money. The same key is the same charge, however often and from however many sides it is asked.
   *
   * @throws GatewayUnknown when no answer came: the money may have been taken, `findCharge` knows later.
   */
  charge(request: ChargeRequest): Promise<ChargeOutcome>;
  /** What became of the charge with that key; null where the gateway has never heard of it. */
  findCharge(key: string, ref: string | null): Promise<ChargeOutcome | null>;
  /**
   * Gives up a charge that waits for its payer. Answers what became of it: failed with `cancelled`, or, where the payer
   * or the bank was faster, that.
   *
   * @throws GatewayUnknown as `charge` does.
   */
  cancelCharge(ref: string): Promise<ChargeOutcome>;

  /** @throws GatewayUnknown as `charge` does. */
  refund(request: RefundRequest): Promise<RefundOutcome>;
  findRefund(key: string, ref: string | null, chargeRef: string): Promise<RefundOutcome | null>;

  /**
   * Reads what the gateway reports by itself.
   *
   * @throws BadSignature when it is not from the gateway, or of another time than now.
   * @throws UnknownReport when it is not of a shape we know, or not meant for this portal.
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
  /** Of the card, or the name of the bank. */
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number | null;
  readonly expYear: number | null;
  readonly holder: string;
}

export type SetupOutcome =
  /** `clientSecret` is for the gateway's own script in the browser, not to be stored or logged. */
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
  /** What the payer reads at their bank. */
  readonly description: string;
  /** True when nobody sits in front of the screen: autopay. */
  readonly offSession: boolean;
  /** Where the payer comes back to after their bank has seen them: the page of the payment. */
  readonly returnUrl: string;
}

export type ChargeOutcome =
  | { readonly status: "succeeded"; readonly ref: string; readonly amountMinor: bigint; readonly currency: string }
  /** Under way at the bank, as direct debits are for days; a report tells the end. */
  | { readonly status: "processing"; readonly ref: string }
  | { readonly status: "actionRequired"; readonly ref: string; readonly actionUrl: string }
  | {
      readonly status: "failed";
      readonly ref: string | null;
      /** The field's word, e.g. card_declined, insufficient_funds, expired_card, authentication_required. */
      readonly code: string;
      /** For the payer. */
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

/** What a gateway reports by itself, in our words. `eventId` is the gateway's and known again when it repeats. */
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

/** No answer came, or none that says what happened: ask again later, under the same key. */
export class GatewayUnknown extends Error {
  override name = "GatewayUnknown";
}

export class BadSignature extends Error {
  override name = "BadSignature";
}

/** It is from the gateway and says nothing that this portal can act on, now or when it is repeated. */
export class UnknownReport extends Error {
  override name = "UnknownReport";
}
