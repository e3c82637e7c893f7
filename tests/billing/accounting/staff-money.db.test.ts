import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportJournal } from "@/lib/billing/accounting/export-journal";
import { listReceivables } from "@/lib/billing/accounting/list-receivables";
import { creditInvoice } from "@/lib/billing/invoices/credit-invoice";
import { editDraft } from "@/lib/billing/invoices/edit-draft";
import { issueInvoice } from "@/lib/billing/invoices/issue-invoice";
import { viewManagedInvoice } from "@/lib/billing/invoices/view-managed";
import { voidInvoiceByStaff } from "@/lib/billing/invoices/void-invoice";
import { recordTransfer } from "@/lib/billing/payments/record-transfer";
import { refundPayment } from "@/lib/billing/payments/refund-payment";
import { viewRefundable } from "@/lib/billing/payments/view-refundable";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { execute } from "@/lib/platform/operations/execute";
import { bookedInvoice } from "@/tests/fixtures/booked-invoice";
import { fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
afterAll(async () => {
  expect((await findLedgerDrift()).drift).toEqual([]);
  await portal.close();
});

const accounting = () => portal.as("staff-accounting@portcullis.example");
const manager = () => portal.as("staff-manager@portcullis.example");
const owed = async () => (await bookedInvoice(portal.owner, accountId, "open")).id;
const mails = (template: string) => portal.owner.outboxMail.findMany({ where: { template } });

const transfer = async (invoiceIds: string[], amount: string, reference: string = randomUUID()) =>
  execute(await accounting(), accountId, recordTransfer, { invoiceIds, currency: "SEK", amount, reference });

describe("a bank transfer", () => {
  it("pays several invoices and turns the excess into refundable account credit", async () => {
    const ids = [await owed(), await owed()];
    const { id, credit } = await transfer(ids, "250.00");
    expect(credit).toEqual({ amountMinor: 5000, currency: "SEK" });
    for (const invoiceId of ids) {
      const row = await portal.owner.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
      expect(row).toMatchObject({ status: "paid", paidMinor: 10_000n });
    }
    const back = { paymentId: id, version: 2, amount: "50.00", from: "credit" as const, reason: "Paid too much" };
    const refund = await execute(await accounting(), accountId, refundPayment, back);
    expect(refund.status).toBe("succeeded");
    const told = await mails("refund-news");
    expect(told.map(({ toAddress }) => toAddress)).toContain("billing@northwind.example");
    expect(told.map(({ toAddress }) => toAddress)).not.toContain("support@northwind.example");
  });

  it("whose excess has paid another invoice can be refunded only from its own invoices", async () => {
    const first = await owed();
    const { id } = await transfer([first], "140.00");
    // The credit of 40 is applied to the next invoice.
    const second = await owed();
    expect(await portal.owner.invoice.findUnique({ where: { id: second } })).toMatchObject({ paidMinor: 4_000n });
    const caller = await accounting();
    const seen = await execute(caller, accountId, viewRefundable, { paymentId: id });
    expect(seen).toMatchObject({ left: { amountMinor: 14_000 }, fromCredit: { amountMinor: 0 } });
    expect(seen.fromInvoices).toEqual({ amountMinor: 10_000, currency: "SEK" });
    const back = { paymentId: id, version: seen.version, from: "invoices" as const, reason: "Asked for" };
    const problem = await problemOf(execute(caller, accountId, refundPayment, { ...back, amount: "140.00" }));
    expect(Object.keys(problem.extra.fields ?? {})).toEqual(["amount"]);
    await execute(caller, accountId, refundPayment, { ...back, amount: "100.00" });
    expect(await portal.owner.invoice.findUnique({ where: { id: first } })).toMatchObject({ status: "open" });
    const credit = await portal.owner.ledgerLine.aggregate({
      where: { accountId, ledgerAccount: "customerCredit", currency: "SEK" },
      _sum: { amountMinor: true },
    });
    expect(credit._sum.amountMinor).toBe(0n);
  });

  it("can't be recorded twice, and pays an invoice in part if it doesn't cover it", async () => {
    const id = await owed();
    const reference = randomUUID();
    await transfer([id], "40.00", reference);
    const again = await problemOf(transfer([id], "40.00", reference));
    expect(again.code).toBe("conflict");
    const row = await portal.owner.invoice.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: "open", paidMinor: 4000n });
  });

  it("in another currency or with too many decimals is rejected with a field error", async () => {
    const id = await owed();
    const wrong = { invoiceIds: [id], currency: "EUR" as const, amount: "10.00", reference: randomUUID() };
    const currency = await problemOf(execute(await accounting(), accountId, recordTransfer, wrong));
    expect(Object.keys(currency.extra.fields ?? {})).toEqual(["invoiceIds"]);
    const decimals = await problemOf(transfer([id], "10.005"));
    expect(Object.keys(decimals.extra.fields ?? {})).toEqual(["amount"]);
  });
});

describe("a credit note", () => {
  it("for one line reduces the amount due, and for the remaining amount settles the invoice", async () => {
    const invoiceId = await owed();
    const { lines, version } = await execute(await accounting(), accountId, viewManagedInvoice, { invoiceId });
    const line = { lineId: lines[0]?.id ?? "", amount: "30.00" };
    const part = { invoiceId, version, extent: "lines" as const, lines: [line], reason: "Not delivered" };
    const first = await execute(await accounting(), accountId, creditInvoice, part);
    expect(first.applied).toEqual({ amountMinor: 3000, currency: "SEK" });
    const tooMuch = { ...part, version: version + 1, lines: [{ ...line, amount: "70.01" }] };
    const refused = await problemOf(execute(await accounting(), accountId, creditInvoice, tooMuch));
    expect(Object.keys(refused.extra.fields ?? {})).toEqual(["lines.0.amount"]);
    const whole = { invoiceId, version: version + 1, reason: "Contract ended" };
    const second = await execute(await accounting(), accountId, creditInvoice, whole);
    expect(second.total).toEqual({ amountMinor: 7000, currency: "SEK" });
    const row = await portal.owner.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    expect(row).toMatchObject({ status: "paid", creditedMinor: 10_000n });
    expect((await mails("credit-note-issued")).map(({ toAddress }) => toAddress)).toContain(
      "billing@northwind.example",
    );
  });
});

describe("a voided invoice", () => {
  it("is announced to everyone who received it, and to nobody if it wasn't sent", async () => {
    const [sent, unsent] = [await owed(), await owed()];
    await portal.owner.invoice.update({ where: { id: sent }, data: { announcedAt: new Date() } });
    for (const invoiceId of [sent, unsent]) {
      await execute(await accounting(), accountId, voidInvoiceByStaff, { invoiceId, version: 2, reason: "By mistake" });
    }
    const { number } = await portal.owner.invoice.findUniqueOrThrow({ where: { id: sent } });
    const told = await mails("invoice-withdrawn");
    expect(new Set(told.map(({ subject }) => subject))).toEqual(new Set([`Invoice ${number} is void`]));
    expect(told.map(({ toAddress }) => toAddress)).toContain("billing@northwind.example");
    expect(told.map(({ toAddress }) => toAddress)).not.toContain("support@northwind.example");
  });
});

describe("concurrent staff actions", () => {
  it("either void an invoice or record its transfer, and report a conflict to the other", async () => {
    for (let round = 0; round < 5; round++) {
      const invoiceId = await owed();
      const outcomes = await Promise.allSettled([
        execute(await manager(), accountId, voidInvoiceByStaff, { invoiceId, version: 2, reason: "By mistake" }),
        transfer([invoiceId], "100.00"),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const row = await portal.owner.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
      expect(row.status).toBe(outcomes[0].status === "fulfilled" ? "void" : "paid");
    }
  });

  it("issue a draft once, with one number, when requested ten times", async () => {
    const { id: invoiceId } = await bookedInvoice(portal.owner, accountId, "draft");
    const callers = await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 ? accounting() : manager())));
    const outcomes = await Promise.allSettled(
      callers.map((caller) => execute(caller, accountId, issueInvoice, { invoiceId, version: 1 })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("refund a payment only once", async () => {
    const { paymentId } = await bookedInvoice(portal.owner, accountId, "paid");
    const wanted = { paymentId, version: 2, amount: "100.00", from: "invoices" as const, reason: "Paid twice" };
    const callers = await Promise.all([accounting(), manager(), accounting(), manager()]);
    const outcomes = await Promise.allSettled(
      callers.map((caller) => execute(caller, accountId, refundPayment, wanted)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await portal.owner.refund.count({ where: { paymentId } })).toBe(1);
  });
});

describe("a draft invoice", () => {
  it("rejects edits based on an outdated version, and all edits once issued", async () => {
    const { id: invoiceId } = await bookedInvoice(portal.owner, accountId, "draft");
    const lines = [
      { description: "Other work", quantity: 3, unit: "10.50" },
      { description: "", unit: "" },
    ];
    const draft = { invoiceId, version: 1, currency: "SEK" as const, dueOn: "2099-01-31", lines };
    const after = await execute(await accounting(), accountId, editDraft, draft);
    const row = await portal.owner.invoice.findUniqueOrThrow({ where: { id: invoiceId }, include: { lines: true } });
    expect(row.subtotalMinor).toBe(3150n);
    expect(row.lines).toHaveLength(1);
    expect((await problemOf(execute(await manager(), accountId, editDraft, draft))).code).toBe("conflict");
    await execute(await accounting(), accountId, issueInvoice, { invoiceId, version: after.version });
    const late = { ...draft, version: after.version + 1 };
    expect((await problemOf(execute(await accounting(), accountId, editDraft, late))).code).toBe("conflict");
  });

  it("with an incomplete line is rejected at the missing field", async () => {
    const { id: invoiceId } = await bookedInvoice(portal.owner, accountId, "draft");
    const draft = { invoiceId, version: 1, currency: "SEK" as const, dueOn: "2099-01-31" };
    const lines = [
      { description: "Work", unit: "1" },
      { description: "No price", unit: "" },
    ];
    const refused = await problemOf(execute(await accounting(), accountId, editDraft, { ...draft, lines }));
    expect(Object.keys(refused.extra.fields ?? {})).toEqual(["lines.1.unit"]);
  });
});

describe("the accounting console", () => {
  it("is denied to agents and customers", async () => {
    for (const email of ["staff-support@portcullis.example", "owner@northwind.example"]) {
      const caller = await portal.as(email);
      expect((await problemOf(execute(caller, null, listReceivables, {}))).code).toBe("refused");
      expect((await problemOf(execute(caller, null, exportJournal, {}))).code).toBe("refused");
    }
  });

  it("escapes formulas in exported files", async () => {
    const evil = "=HYPERLINK(1)";
    await portal.owner.ledgerEntry.create({
      data: {
        accountId,
        kind: "creditGranted",
        source: randomUUID(),
        memo: evil,
        at: new Date(),
        lines: {
          create: [
            { ledgerAccount: "revenue", currency: "SEK", amountMinor: 1n },
            { ledgerAccount: "customerCredit", currency: "SEK", amountMinor: -1n },
          ],
        },
      },
    });
    const text = await fileText(await execute(await accounting(), null, exportJournal, {}));
    expect(text).toContain(`'${evil}`);
    expect(text).not.toMatch(/(^|,)=/m);
  });
});
