import fc from "fast-check";

/** The steps on an account's money. `which` selects among existing records, so sequences shrink well. */
export type Step =
  | { readonly do: "issue"; readonly lines: readonly StepLine[]; readonly inclusive: boolean }
  | { readonly do: "pay"; readonly which: number; readonly second: number | null; readonly share: number }
  | {
      readonly do: "settle";
      readonly which: number;
      readonly outcome: "succeeded" | "failed" | "processing";
      readonly times: number;
    }
  | { readonly do: "refund"; readonly which: number; readonly share: number; readonly from: "credit" | "invoices" }
  | { readonly do: "settleRefund"; readonly which: number; readonly outcome: "succeeded" | "failed" }
  | { readonly do: "dispute"; readonly which: number; readonly status: "open" | "won" | "lost" }
  | { readonly do: "creditNote"; readonly which: number; readonly share: number }
  | { readonly do: "void" | "writeOff"; readonly which: number }
  | { readonly do: "grant"; readonly amountMinor: bigint }
  | { readonly do: "wait"; readonly days: number };

export interface StepLine {
  readonly quantity: number;
  readonly unitMinor: bigint;
  readonly category: "standard" | "reduced" | "none";
}

const which = fc.nat(7);
/** In hundredths; the full amount is most likely. */
const share = fc.oneof(
  { weight: 2, arbitrary: fc.constant(100) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 130 }) },
);

const line: fc.Arbitrary<StepLine> = fc.record({
  quantity: fc.integer({ min: 1, max: 4 }),
  unitMinor: fc.bigInt({ min: 0n, max: 99_999n }),
  category: fc.constantFrom("standard", "reduced", "none"),
});

const issue = fc.record({
  do: fc.constant("issue" as const),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  inclusive: fc.boolean(),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: issue },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("pay" as const), which, second: fc.option(which, { freq: 3 }), share }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("settle" as const),
      which,
      outcome: fc.constantFrom("succeeded", "succeeded", "failed", "processing"),
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      which,
      share,
      from: fc.constantFrom("credit" as const, "invoices" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("settleRefund" as const),
      which,
      outcome: fc.constantFrom("succeeded" as const, "failed" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("dispute" as const),
      which,
      status: fc.constantFrom("open" as const, "won" as const, "lost" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("creditNote" as const), which, share }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("void" as const, "writeOff" as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("grant" as const), amountMinor: fc.bigInt({ min: 0n, max: 20_000n }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 40 }) }) },
);

/** A random history of an account, starting with an invoice. */
export const steps: fc.Arbitrary<Step[]> = fc
  .tuple(issue, fc.array(step, { minLength: 2, maxLength: 6 }))
  .map(([first, rest]) => [first, ...rest]);
