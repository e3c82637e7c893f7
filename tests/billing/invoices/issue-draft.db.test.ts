import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftInvoice } from "@/lib/billing/core/invoicing/draft-invoice";
import { deleteDraft } from "@/lib/billing/invoices/delete-draft";
import { writeDraft } from "@/lib/billing/invoices/draft-invoice";
import { issueInvoice } from "@/lib/billing/invoices/issue-invoice";
import { previewIssue } from "@/lib/billing/invoices/preview-issue";
import { grantAccountCredit } from "@/lib/billing/payments/grant-account-credit";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { asJob } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { withLanguage } from "@/lib/platform/language/with-language";
import { execute } from "@/lib/platform/operations/execute";
import { buildAccount } from "@/prisma/seed/builders/account";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const GERMAN = { country: "DE", vatId: "DE312456782", postalCode: "10115", city: "Berlin" };
const DUTCH = { country: "NL", vatId: null, postalCode: "3011 AA", city: "Rotterdam" };

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(async () => {
  expect((await findLedgerDrift()).drift).toEqual([]);
  await portal.close();
});

const accounting = () => portal.as("staff-accounting@portcullis.example");

async function customer(place: { country: string; vatId: string | null; postalCode: string; city: string }) {
  const mark = randomUUID().slice(0, 8);
  const owner = { email: `owner-${mark}@draft.example`, name: "Olga Owner" };
  const { vatId, ...rest } = place;
  const plan = { number: `C-${mark}`, name: "Customer", owner, ...rest, ...(vatId === null ? {} : { vatId }) };
  return (await buildAccount(portal.owner, plan)).id;
}

const move = (accountId: string, place: typeof DUTCH | typeof GERMAN) =>
  portal.owner.account.update({ where: { id: accountId }, data: place });

async function draftFor(accountId: string, more: { taxCategory?: "reduced"; dueOn?: string } = {}) {
  const { dueOn = "2099-01-31", ...line } = more;
  const lines = [{ description: "Work", unit: "100.00", ...line }];
  const wanted = { currency: "EUR" as const, dueOn, lines };
  return (await execute(await accounting(), accountId, writeDraft, wanted)).id;
}

const preview = async (accountId: string, invoiceId: string) =>
  execute(await accounting(), accountId, previewIssue, { invoiceId });
const issue = async (accountId: string, invoiceId: string, seen?: string) =>
  execute(await accounting(), accountId, issueInvoice, { invoiceId, version: 1, ...(seen ? { seen } : {}) });
const invoice = (id: string) => portal.owner.invoice.findUniqueOrThrow({ where: { id }, include: { lines: true } });
const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });

describe("a draft whose customer has moved", () => {
  it("is issued with the tax of the new location, once that was previewed", async () => {
    const accountId = await customer(GERMAN);
    const id = await draftFor(accountId);
    expect(await invoice(id)).toMatchObject({ totalMinor: 10_000n, reverseCharge: true, taxCountry: "DE" });
    await move(accountId, DUTCH);

    const shown = await preview(accountId, id);
    expect(shown.plan).toMatchObject({ total: eur(12_100), tax: eur(2_100), reverseCharge: false, due: eur(12_100) });
    expect(shown.changes).toEqual([
      {
        what: "buyer",
        drafted: "Customer, Harbour Road 1, 10115 Berlin, Germany, VAT ID DE312456782",
        issued: "Customer, Harbour Road 1, 3011 AA Rotterdam, Netherlands",
      },
      { what: "tax", drafted: "Reverse charge, 0%: €0.00 (Germany)", issued: "21%: €21.00 (Netherlands)" },
      { what: "total", drafted: "€100.00", issued: "€121.00" },
    ]);

    const unseen = await problemOf(issue(accountId, id));
    expect(unseen).toMatchObject({ code: "conflict", extra: { changes: shown.changes, seen: shown.seen } });
    expect(unseen.detail).toContain("€121.00 including €21.00 tax");
    expect(await invoice(id)).toMatchObject({ status: "draft", totalMinor: 10_000n });

    const issued = await issue(accountId, id, shown.seen);
    expect(issued.total).toEqual(eur(12_100));
    expect(await invoice(id)).toMatchObject({
      status: "open",
      subtotalMinor: 10_000n,
      taxMinor: 2_100n,
      totalMinor: 12_100n,
      reverseCharge: false,
      taxCountry: "NL",
      buyer: { vatId: null, lines: ["Harbour Road 1", "3011 AA Rotterdam", "Netherlands"] },
      lines: [{ taxBasisPoints: 2100, totalMinor: 10_000n }],
    });
    const tax = await portal.owner.ledgerLine.findMany({ where: { invoiceId: id, ledgerAccount: "taxPayable" } });
    expect(tax).toMatchObject([{ amountMinor: -2_100n, taxCountry: "NL", taxBasisPoints: 2100 }]);
  });

  it("abroad is issued without tax, and as drafted if the customer moved back", async () => {
    const accountId = await customer(DUTCH);
    const [first, second] = [await draftFor(accountId), await draftFor(accountId)];
    await move(accountId, GERMAN);
    const { seen } = await preview(accountId, first);
    expect(await issue(accountId, first, seen)).toMatchObject({ total: eur(10_000) });
    expect(await invoice(first)).toMatchObject({ reverseCharge: true, taxMinor: 0n });
    await move(accountId, DUTCH);
    expect((await preview(accountId, second)).changes).toEqual([]);
    expect(await issue(accountId, second)).toMatchObject({ total: eur(12_100) });
  });

  it("is previewed in one language and issued in another, and logged in English", async () => {
    const accountId = await customer(GERMAN);
    const id = await draftFor(accountId);
    await move(accountId, DUTCH);
    const { seen, changes } = await withLanguage("de-DE", () => preview(accountId, id));
    expect(changes?.find(({ what }) => what === "tax")).toEqual({
      what: "tax",
      drafted: "Steuerschuldnerschaft des Leistungsempfängers, 0\u00a0%: 0,00\u00a0€ (Deutschland)",
      issued: "21\u00a0%: 21,00\u00a0€ (Niederlande)",
    });
    await issue(accountId, id, seen);
    const { details } = await portal.owner.auditEvent.findFirstOrThrow({
      where: { targetId: id, operation: issueInvoice.name },
    });
    expect(details).toMatchObject({
      changedSinceDraft: [{ what: "buyer" }, { issued: "21%: €21.00 (Netherlands)" }, {}],
    });
  });

  it("is rejected with the new figures if it changes again after the preview", async () => {
    const accountId = await customer(GERMAN);
    const id = await draftFor(accountId);
    await move(accountId, DUTCH);
    const { seen } = await preview(accountId, id);
    await move(accountId, GERMAN);
    const problem = await problemOf(issue(accountId, id, seen));
    expect(problem).toMatchObject({ code: "conflict", extra: { changes: [] } });
    expect(await issue(accountId, id, problem.extra.seen)).toMatchObject({ total: eur(10_000) });
  });
});

describe("issuing a draft", () => {
  it("recalculates the tax rate for the issue date", async () => {
    const accountId = await customer({ country: "LU", vatId: null, postalCode: "1111", city: "Luxembourg" });
    const id = await draftFor(accountId);
    expect(await invoice(id)).toMatchObject({ totalMinor: 11_700n });
    const yesterday = addDays(new Date(), -1);
    await portal.owner.taxRate.updateMany({
      where: { country: "LU", validUntil: null },
      data: { validUntil: yesterday },
    });
    const ended = await preview(accountId, id);
    expect(ended.obstacle).toMatch(/There is no active tax rate for Luxembourg/);
    expect(await problemOf(issue(accountId, id))).toMatchObject({ code: "conflict", detail: ended.obstacle });
    await portal.owner.taxRate.create({
      data: { country: "LU", name: "TVA", basisPoints: 1800, validFrom: yesterday },
    });
    const { seen, changes } = await preview(accountId, id);
    expect(changes?.map(({ what }) => what)).toEqual(["tax", "total"]);
    expect(await issue(accountId, id, seen)).toMatchObject({ total: eur(11_800) });
  });

  it("recalculates account credit, and rejects the issue if it changed after the preview", async () => {
    const accountId = await customer(DUTCH);
    const id = await draftFor(accountId);
    const before = await preview(accountId, id);
    const manager = await portal.as("staff-manager@portcullis.example");
    const credit = { currency: "EUR" as const, amount: "21.00", reason: "Goodwill" };
    await execute(manager, accountId, grantAccountCredit, credit);
    expect((await problemOf(issue(accountId, id, before.seen))).detail).toContain("of which €100.00 is due");
    const after = await preview(accountId, id);
    expect(after.plan).toMatchObject({ credit: eur(2_100), due: eur(10_000) });
    expect(await issue(accountId, id, after.seen)).toMatchObject({ total: eur(12_100), due: eur(10_000) });
  });

  it("replaces a due date that has passed", async () => {
    const accountId = await customer(DUTCH);
    const id = await draftFor(accountId, { dueOn: "2026-01-31" });
    const { changes, seen, plan } = await preview(accountId, id);
    expect(changes).toMatchObject([{ what: "dueOn", drafted: "2026-01-31" }]);
    expect((await problemOf(issue(accountId, id))).code).toBe("conflict");
    await issue(accountId, id, seen);
    expect((await invoice(id)).dueAt?.toISOString()).toBe(plan?.dueAt);
  });

  it("uses the current seller details", async () => {
    const accountId = await customer(DUTCH);
    const id = await draftFor(accountId);
    await portal.owner.legalEntity.updateMany({ where: { isDefault: true }, data: { iban: "NL91 ABNA 0417 1643 00" } });
    const { changes, seen } = await preview(accountId, id);
    expect(changes?.map(({ what }) => what)).toEqual(["seller"]);
    await issue(accountId, id, seen);
    expect(await invoice(id)).toMatchObject({ seller: { bank: { iban: "NL91 ABNA 0417 1643 00" } } });
  });

  it("needs no preview if nothing has changed", async () => {
    const accountId = await customer(DUTCH);
    const id = await draftFor(accountId, { taxCategory: "reduced" });
    // The demo has no reduced rate for the Netherlands, so the standard rate applies.
    expect(await invoice(id)).toMatchObject({ totalMinor: 12_100n, lines: [{ taxCategory: "reduced" }] });
    expect((await preview(accountId, id)).changes).toEqual([]);
    expect(await issue(accountId, id)).toMatchObject({ total: eur(12_100) });
  });
});

describe("the coupons of a draft", () => {
  async function withCoupon(validUntil: Date | null = null) {
    const accountId = await customer(DUTCH);
    const code = randomUUID().slice(0, 8).toUpperCase();
    const coupon = await portal.owner.coupon.create({ data: { code, name: "Half", basisPoints: 5000, validUntil } });
    const held = await portal.owner.accountCoupon.create({
      data: { accountId, couponId: coupon.id, left: 1, redeemedAt: new Date() },
    });
    const line = { kind: "recurring", description: "Server", quantity: 1, unitMinor: 10_000n } as const;
    const lines = [{ ...line, taxCategory: "standard" }];
    const id = await asJob(accountId, new Date(), (job) => draftInvoice(job, { currency: "EUR", lines }));
    const left = async () => (await portal.owner.accountCoupon.findUniqueOrThrow({ where: { id: held.id } })).left;
    return { accountId, id: id ?? "", couponId: coupon.id, left };
  }

  it("are used up only when it is issued", async () => {
    const { accountId, id, left } = await withCoupon();
    expect(await invoice(id)).toMatchObject({ totalMinor: 6_050n });
    expect(await left()).toBe(1);
    await issue(accountId, id);
    expect(await invoice(id)).toMatchObject({ totalMinor: 6_050n, lines: [{ discountMinor: 5_000n }] });
    expect(await left()).toBe(0);
  });

  it("are still available after it is deleted", async () => {
    const { accountId, id, left } = await withCoupon();
    await execute(await accounting(), accountId, deleteDraft, { invoiceId: id, version: 1 });
    expect(await left()).toBe(1);
  });

  it("give no discount if they have expired by the issue date", async () => {
    const { accountId, id, couponId, left } = await withCoupon();
    await portal.owner.coupon.update({ where: { id: couponId }, data: { validUntil: addDays(new Date(), -1) } });
    const { changes, seen } = await preview(accountId, id);
    expect(changes).toEqual([
      { what: "tax", drafted: "21%: €10.50 (Netherlands)", issued: "21%: €21.00 (Netherlands)" },
      { what: "discount", drafted: "€50.00", issued: "€0.00" },
      { what: "total", drafted: "€60.50", issued: "€121.00" },
    ]);
    await issue(accountId, id, seen);
    expect(await invoice(id)).toMatchObject({ totalMinor: 12_100n });
    expect(await left()).toBe(1);
  });
});
