import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import { settleDispute } from "@/lib/billing/core/payments/settle-dispute";
import { settleRefund } from "@/lib/billing/core/refunds/settle-refund";
import { creditInvoice } from "@/lib/billing/invoices/credit-invoice";
import { writeDraft } from "@/lib/billing/invoices/draft-invoice";
import { issueInvoice } from "@/lib/billing/invoices/issue-invoice";
import { previewIssue } from "@/lib/billing/invoices/preview-issue";
import { viewManagedInvoice } from "@/lib/billing/invoices/view-managed";
import { voidInvoiceByStaff } from "@/lib/billing/invoices/void-invoice";
import { writeOffInvoiceByStaff } from "@/lib/billing/invoices/write-off-invoice";
import { recordTransfer } from "@/lib/billing/payments/record-transfer";
import { refundPayment } from "@/lib/billing/payments/refund-payment";
import { viewRefundable } from "@/lib/billing/payments/view-refundable";
import { asJob } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { typedOf } from "@/lib/platform/kernel/typed-amount";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf } from "@/lib/platform/operations/operation";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** The steps staff and banks take on an account's money; `which` selects among existing records. */
export type Act =
  | { readonly do: "issue"; readonly lines: readonly { readonly unit: number; readonly taxCategory: Category }[] }
  | { readonly do: "transfer"; readonly which: number; readonly share: number }
  | { readonly do: "credit" | "creditLine" | "void" | "writeOff"; readonly which: number }
  | { readonly do: "refund"; readonly which: number; readonly from: "credit" | "invoices"; readonly share: number }
  | { readonly do: "dispute"; readonly which: number; readonly status: "open" | "won" | "lost"; readonly share: number }
  | { readonly do: "failRefund"; readonly which: number };

type Category = "standard" | "reduced" | "none";

const which = fc.nat(5);
const share = fc.constantFrom(100, 100, 40, 130);
const line = fc.record({
  unit: fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: -9_000, max: -1 })),
  taxCategory: fc.constantFrom<Category>("standard", "reduced", "none"),
});
const issue = fc.record({ do: fc.constant("issue" as const), lines: fc.array(line, { minLength: 1, maxLength: 3 }) });
const onInvoice = fc.record({ do: fc.constantFrom("credit", "credit", "creditLine", "void", "writeOff"), which });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: issue },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("transfer" as const), which, share }) },
  { weight: 5, arbitrary: onInvoice as fc.Arbitrary<Act> },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      which,
      from: fc.constantFrom("credit" as const, "invoices" as const),
      share: fc.constantFrom(100, 50),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("dispute" as const),
      which,
      status: fc.constantFrom("open" as const, "won" as const, "lost" as const, "lost" as const),
      share: fc.constantFrom(100, 50),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("failRefund" as const), which }) },
);

/** A paid invoice and the steps after it. */
export const acts: fc.Arbitrary<Act[]> = fc
  .tuple(issue, fc.array(act, { minLength: 4, maxLength: 9 }))
  .map(([first, rest]): Act[] => [first, { do: "transfer", which: 0, share: 100 }, ...rest]);

export interface Desk {
  readonly owner: OwnerDatabase;
  readonly accountId: string;
  readonly staff: Caller;
}

/** Takes each offered action, which must succeed, and tries others, which must fail with a Problem. */
export async function take(desk: Desk, one: Act): Promise<boolean> {
  switch (one.do) {
    case "issue":
      return issueNew(desk, one.lines);
    case "transfer":
    case "credit":
    case "creditLine":
    case "void":
    case "writeOff":
      return onAnInvoice(desk, one);
    case "refund":
      return refund(desk, one);
    case "dispute":
      return dispute(desk, one);
    case "failRefund":
      return failRefund(desk, one.which);
  }
}

const ask = <Op extends AnyOperation>({ staff, accountId }: Desk, operation: Op, input: InputOf<Op>) =>
  execute(staff, accountId, operation, input);

async function offered(isOffered: boolean, act: () => Promise<unknown>): Promise<boolean> {
  if (isOffered) await act();
  else await expect(act()).rejects.toSatisfy((error) => error instanceof Problem && error.status < 500);
  return isOffered;
}

const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(list.length, 1)];

async function issueNew(desk: Desk, wanted: Extract<Act, { do: "issue" }>["lines"]): Promise<boolean> {
  const lines = wanted.map(({ unit, taxCategory }) => ({
    description: taxCategory,
    unit: `${unit < 0 ? "-" : ""}${typedOf(Math.abs(unit), "EUR")}`,
    taxCategory,
  }));
  const draft = () => ask(desk, writeDraft, { currency: "EUR", dueOn: "2099-01-31", lines });
  const vat = (category: Category) => (category === "none" ? 0n : 2100n);
  const sums = (["standard", "none"] as const).map((category) =>
    wanted
      .filter(({ taxCategory }) => vat(taxCategory) === vat(category))
      .reduce((sum, { unit }) => sum + BigInt(unit), 0n),
  );
  const [taxed = 0n, untaxed = 0n] = sums;
  // Avoids amounts where a cent of rounding decides.
  const total = taxed * 12_100n + untaxed * 10_000n;
  if (total < 0n && total > -20_000n) return false;
  if (total < 0n) return offered(false, draft);
  const { id: invoiceId } = await draft();
  const { seen, changes } = await ask(desk, previewIssue, { invoiceId });
  expect(changes).toEqual([]);
  await ask(desk, issueInvoice, { invoiceId, version: 1, ...(seen ? { seen } : {}) });
  return true;
}

type OnInvoice = Extract<Act, { do: "transfer" | "credit" | "creditLine" | "void" | "writeOff" }>;

async function onAnInvoice(desk: Desk, one: OnInvoice): Promise<boolean> {
  const rows = await desk.owner.invoice.findMany({ where: { accountId: desk.accountId }, orderBy: { number: "asc" } });
  const row = pick(rows, one.which);
  if (row === undefined) return false;
  const invoice = await ask(desk, viewManagedInvoice, { invoiceId: row.id });
  const seen = { invoiceId: row.id, version: invoice.version, reason: "callStripe" };
  switch (one.do) {
    case "transfer": {
      const due = Math.max(invoice.due.amountMinor, 1);
      const amount = typedOf(Math.max(Math.floor((due * one.share) / 100), 1), "EUR");
      const transfer = { invoiceIds: [row.id], currency: "EUR" as const, amount, reference: randomUUID() };
      // A written-off invoice can still be paid, though it has no amount due.
      const payable = invoice.due.amountMinor > 0 || row.status === "uncollectible";
      return offered(payable, () => ask(desk, recordTransfer, transfer));
    }
    case "credit":
      return offered(invoice.may.credit, async () => {
        const { total } = await ask(desk, creditInvoice, seen);
        expect(total).toEqual(invoice.creditable);
      });
    case "creditLine": {
      const line = invoice.lines.find(({ left }) => left.amountMinor > 0) ?? invoice.lines[0];
      if (line === undefined) return false;
      const amount = typedOf(Math.max(line.left.amountMinor, 1), "EUR");
      const part = { ...seen, extent: "lines" as const, lines: [{ lineId: line.id, amount }] };
      return offered(invoice.may.credit && line.left.amountMinor > 0, () => ask(desk, creditInvoice, part));
    }
    case "void":
      return offered(invoice.may.void, () => ask(desk, voidInvoiceByStaff, seen));
    case "writeOff":
      return offered(invoice.may.writeOff, () => ask(desk, writeOffInvoiceByStaff, seen));
  }
}

const paymentsOf = ({ owner, accountId }: Desk) =>
  owner.payment.findMany({ where: { accountId, status: "succeeded" }, orderBy: { id: "asc" } });

async function refund(desk: Desk, { which, from, share }: Extract<Act, { do: "refund" }>): Promise<boolean> {
  const payment = pick(await paymentsOf(desk), which);
  if (payment === undefined) return false;
  const { version, ...refundable } = await ask(desk, viewRefundable, { paymentId: payment.id });
  const most = (from === "credit" ? refundable.fromCredit : refundable.fromInvoices).amountMinor;
  const back = (amountMinor: number) =>
    ask(desk, refundPayment, {
      ...{ paymentId: payment.id, version, from, reason: "callStripe" },
      amount: typedOf(amountMinor, "EUR"),
    });
  await offered(false, () => back(most + 1));
  if (most === 0) return false;
  await back(Math.max(Math.floor((most * share) / 100), 1));
  return true;
}

/** A bank reverses an amount neither refunded nor disputed. */
async function dispute(desk: Desk, { which, status, share }: Extract<Act, { do: "dispute" }>): Promise<boolean> {
  const payment = pick(await paymentsOf(desk), which);
  if (payment === undefined) return false;
  const known = await desk.owner.dispute.findFirst({ where: { paymentId: payment.id, status: "open" } });
  const { left } = await ask(desk, viewRefundable, { paymentId: payment.id });
  const amountMinor = known?.amountMinor ?? BigInt(Math.floor((left.amountMinor * share) / 100));
  if (amountMinor === 0n) return false;
  const report = {
    eventId: randomUUID(),
    type: "dispute",
    at: new Date(),
    about: "dispute",
    ref: known?.gatewayRef ?? randomUUID(),
    chargeRef: payment.id,
    currency: "EUR",
    reason: null,
    amountMinor,
    status,
  } as const;
  await asJob(desk.accountId, new Date(), (job) =>
    settleDispute(job, { id: payment.id, gateway: "manual", currency: "EUR" }, report),
  );
  return true;
}

async function failRefund({ owner, accountId }: Desk, which: number): Promise<boolean> {
  const refunds = await owner.refund.findMany({ where: { accountId, status: "succeeded" }, orderBy: { id: "asc" } });
  const one = pick(refunds, which);
  if (one === undefined) return false;
  await asJob(accountId, new Date(), (job) =>
    settleRefund(job, one.id, { status: "failed", ref: null, message: "closed account" }),
  );
  return true;
}
