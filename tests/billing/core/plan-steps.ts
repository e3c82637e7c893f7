import fc from "fast-check";
import type { Interval } from "./plan-calendar";

/** The steps on a customer's services; `which` selects among existing records, so runs shrink well. */
export type Act =
  | {
      readonly do: "order";
      readonly product: number;
      readonly interval: Interval;
      readonly backup: string | undefined;
      readonly coupon: number | null;
    }
  | {
      readonly do: "changePlan";
      readonly which: number;
      readonly product: number;
      readonly interval: Interval | undefined;
      readonly backup: string | undefined;
      readonly when: "now" | "renewal" | undefined;
    }
  | { readonly do: "keepPlan" | "cancelLater" | "cancelNow" | "undo" | "cancelOrder"; readonly which: number }
  | { readonly do: "pay"; readonly which: number; readonly share: number; readonly outcome: Outcome }
  | { readonly do: "settle"; readonly which: number; readonly outcome: Outcome }
  | { readonly do: "refund"; readonly which: number; readonly share: number; readonly from: "credit" | "invoices" }
  | { readonly do: "void" | "writeOff" | "credit"; readonly which: number }
  | { readonly do: "grant"; readonly amount: bigint }
  | { readonly do: "wait"; readonly minutes: number }
  /** Exactly until a service renews. */
  | { readonly do: "waitForRenewal"; readonly which: number };

export type Outcome = "succeeded" | "failed" | "processing";

const which = fc.nat(5);
const product = fc.nat(5);
const interval = fc.constantFrom<Interval>("month", "month", "year");
const backup = fc.constantFrom(undefined, undefined, undefined, "none", "daily", "hourly");
const share = fc.constantFrom(100, 100, 40);
const outcome = fc.constantFrom<Outcome>("succeeded", "succeeded", "succeeded", "failed", "processing");
const picked = <const K extends string>(...names: readonly K[]) => fc.record({ do: fc.constantFrom(...names), which });

const order = fc.record({ do: fc.constant("order" as const), product, interval, backup, coupon: fc.option(fc.nat(2)) });

const DAY = 1440;
/** Up to a day, a few days, about a month, about a year. */
const minutes = fc.oneof(
  fc.integer({ min: 1, max: DAY }),
  fc.integer({ min: 1, max: 12 * DAY }),
  fc.integer({ min: 20 * DAY, max: 70 * DAY }),
  fc.integer({ min: 300 * DAY, max: 400 * DAY }),
);

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: order },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("changePlan" as const),
      which,
      product,
      interval: fc.option(interval, { nil: undefined }),
      backup,
      when: fc.constantFrom("now" as const, "now" as const, "renewal" as const, undefined),
    }),
  },
  { weight: 2, arbitrary: picked("cancelNow") },
  { weight: 2, arbitrary: picked("cancelOrder") },
  { weight: 6, arbitrary: picked("keepPlan", "cancelLater", "undo") },
  { weight: 7, arbitrary: fc.record({ do: fc.constant("pay" as const), which, share, outcome }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("settle" as const), which, outcome }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      which,
      share,
      from: fc.constantFrom("credit" as const, "invoices" as const),
    }),
  },
  { weight: 2, arbitrary: picked("void", "writeOff", "credit") },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("grant" as const), amount: fc.bigInt({ min: 1n, max: 9_000n }) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes }) },
  { weight: 1, arbitrary: picked("waitForRenewal") },
);

export interface Life {
  /** Domestic, a private person abroad, or a business abroad. */
  readonly home: "NL" | "DE" | "business";
  readonly autopay: "off" | "succeeded" | "failed";
  readonly acts: readonly Act[];
}

/** A random history, starting with a paid order, which creates the service. */
export const lives: fc.Arbitrary<Life> = fc.record({
  home: fc.constantFrom("NL", "NL", "DE", "business"),
  autopay: fc.constantFrom("off", "off", "succeeded", "failed"),
  acts: fc
    .tuple(order, fc.array(act, { minLength: 5, maxLength: 10 }))
    .map(([first, rest]): Act[] => [first, { do: "pay", which: 0, share: 100, outcome: "succeeded" }, ...rest]),
});
