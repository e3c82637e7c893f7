import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amountDue,
  creditedInFull,
  type InvoiceEvent,
  type InvoiceState,
  invoiceAfter,
  standingOf,
} from "@/lib/billing/core/invoicing/invoice-lifecycle";

const draft: InvoiceState = { status: "draft", totalMinor: 1000n, paidMinor: 0n, creditedMinor: 0n, releasedMinor: 0n };
const open: InvoiceState = { ...draft, status: "open" };
const creditedInFullAfterPaid: InvoiceState = { ...open, status: "paid", paidMinor: 1000n, releasedMinor: 1000n };

const event: fc.Arbitrary<InvoiceEvent> = fc.oneof(
  fc.constantFrom<InvoiceEvent>({ type: "issue" }, { type: "void" }, { type: "writeOff" }),
  fc.record({
    type: fc.constantFrom("receive" as const, "return" as const, "credit" as const),
    amountMinor: fc.bigInt({ min: -200n, max: 700n }),
  }),
);

describe("the lifecycle of an invoice", () => {
  it("keeps the paid amount between zero and the total, and marks it paid only when settled in full, for any sequence of events", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1000n }), fc.array(event, { maxLength: 40 }), (totalMinor, events) => {
        let invoice: InvoiceState = { ...draft, totalMinor };
        for (const one of events) {
          const next = invoiceAfter(invoice, one);
          if (next === null) continue;
          expect(invoice.status).not.toBe("void");
          expect(next.status).not.toBe("draft");
          expect(next.totalMinor).toBe(totalMinor);
          const settled = next.paidMinor + next.creditedMinor;
          expect(next.paidMinor >= 0n && next.creditedMinor >= 0n && settled <= totalMinor).toBe(true);
          expect(next.releasedMinor >= 0n && next.releasedMinor <= next.paidMinor).toBe(true);
          if (creditedInFull(next)) expect(next.status).toBe("paid");
          if (next.status === "paid") expect(settled).toBe(totalMinor);
          if (next.status === "open") expect(settled).toBeLessThan(totalMinor);
          expect(amountDue(next)).toBe(next.status === "open" ? totalMinor - settled : 0n);
          invoice = next;
        }
      }),
    );
  });

  it("settles by partial payments, and reopens when money is refunded", () => {
    const part = invoiceAfter(open, { type: "receive", amountMinor: 400n });
    expect(part).toMatchObject({ status: "open", paidMinor: 400n });
    const paid = part && invoiceAfter(part, { type: "receive", amountMinor: 600n });
    expect(paid).toMatchObject({ status: "paid", paidMinor: 1000n });
    expect(paid && invoiceAfter(paid, { type: "return", amountMinor: 1000n })).toMatchObject({
      status: "open",
      paidMinor: 0n,
    });
  });

  it("reopens for no more than credit notes have left", () => {
    const half = invoiceAfter({ ...open, status: "paid", paidMinor: 1000n }, { type: "credit", amountMinor: 400n });
    expect(half).toMatchObject({ status: "paid", creditedMinor: 0n, releasedMinor: 400n });
    const returned = half && invoiceAfter(half, { type: "return", amountMinor: 600n });
    expect(returned).toMatchObject({ status: "open", paidMinor: 400n });
    expect(returned && amountDue(returned)).toBe(600n);
  });

  it("stays written off until the rest of it is credited", () => {
    const half: InvoiceState = { ...open, status: "uncollectible", paidMinor: 400n };
    const part = invoiceAfter(half, { type: "credit", amountMinor: 100n });
    expect(part).toMatchObject({ status: "uncollectible", creditedMinor: 100n, releasedMinor: 0n });
    const whole = part && invoiceAfter(part, { type: "credit", amountMinor: 900n });
    expect(whole).toMatchObject({ status: "paid", creditedMinor: 600n, releasedMinor: 400n });
  });

  it.each<[string, InvoiceState, InvoiceEvent]>([
    ["issue an issued invoice", open, { type: "issue" }],
    ["void a draft", draft, { type: "void" }],
    ["void a partly paid invoice", { ...open, paidMinor: 1n }, { type: "void" }],
    ["write off a paid invoice", { ...open, status: "paid", paidMinor: 1000n }, { type: "writeOff" }],
    ["receive more than the amount due", open, { type: "receive", amountMinor: 1001n }],
    ["receive a zero amount", open, { type: "receive", amountMinor: 0n }],
    ["receive a payment for a draft", draft, { type: "receive", amountMinor: 1n }],
    ["receive a payment for a void invoice", { ...open, status: "void" }, { type: "receive", amountMinor: 1n }],
    ["void a partly credited invoice", { ...open, creditedMinor: 1n }, { type: "void" }],
    ["void a paid invoice", { ...open, totalMinor: 0n, status: "paid" }, { type: "void" }],
    ["credit more than the total", { ...open, paidMinor: 900n }, { type: "credit", amountMinor: 1001n }],
    ["credit an invoice credited in full", creditedInFullAfterPaid, { type: "credit", amountMinor: 1n }],
    ["return an amount released by a credit note", creditedInFullAfterPaid, { type: "return", amountMinor: 1n }],
    ["credit a void invoice", { ...open, status: "void" }, { type: "credit", amountMinor: 1n }],
    ["credit a draft", draft, { type: "credit", amountMinor: 1n }],
    ["return more than was paid", { ...open, paidMinor: 5n }, { type: "return", amountMinor: 6n }],
  ])("does not %s", (_, invoice, impossible) => {
    expect(invoiceAfter(invoice, impossible)).toBeNull();
  });

  it("reports overdue only while open and past the due date", () => {
    const dueAt = new Date("2026-11-15T00:00:00Z");
    const before = new Date(dueAt.getTime() - 1);
    const after = new Date(dueAt.getTime() + 1);
    expect(standingOf({ status: "open", dueAt }, before)).toBe("open");
    expect(standingOf({ status: "open", dueAt }, dueAt)).toBe("open");
    expect(standingOf({ status: "open", dueAt }, after)).toBe("overdue");
    expect(standingOf({ status: "open", dueAt: null }, after)).toBe("open");
    expect(standingOf({ status: "paid", dueAt }, after)).toBe("paid");
    expect(standingOf({ status: "uncollectible", dueAt }, after)).toBe("uncollectible");
  });
});
