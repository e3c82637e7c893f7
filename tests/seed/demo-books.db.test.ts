import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unannounced } from "@/lib/billing/core/renewals/announce-invoice";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

describe("the demo's books", () => {
  it("match every record", async () => {
    const { drift, entries, invoices } = await findLedgerDrift();
    expect(drift).toEqual([]);
    expect(entries).toBeGreaterThan(90);
    expect(invoices).toBeGreaterThan(45);
  });

  it("number invoices and credit notes without gaps, in order of issue across accounts", async () => {
    const invoices = await portal.owner.invoice.findMany({
      where: { status: { not: "draft" } },
      // Two accounts have invoices of the same instant.
      orderBy: [{ issuedAt: "asc" }, { number: "asc" }],
    });
    const notes = await portal.owner.creditNote.findMany({ orderBy: [{ issuedAt: "asc" }, { number: "asc" }] });
    const counted = new Map<string, number>();
    for (const { number } of [...invoices, ...notes]) {
      const [, series = "", place] = /^(\w+-\d{4})-(\d{5})$/.exec(number ?? "") ?? [];
      expect(Number(place), number ?? "").toBe((counted.get(series) ?? 0) + 1);
      counted.set(series, Number(place));
    }
    const series = await portal.owner.numberSeries.findMany();
    expect(new Map(series.map(({ prefix, year, next }) => [`${prefix}-${year}`, next - 1]))).toEqual(counted);
    expect(new Set(invoices.map(({ accountId }) => accountId)).size).toBe(3);
  });

  it("tax by the buyer's country: domestic, reverse charge within the EU, none outside", async () => {
    const rates = async (accountId: string) => {
      const lines = await portal.owner.invoiceLine.findMany({ where: { accountId } });
      return [...new Set(lines.map(({ taxBasisPoints }) => taxBasisPoints))];
    };
    const { northwind, globex, bluewater } = portal.demo;
    expect(await rates(northwind.id)).toEqual([2100]);
    expect(await rates(globex.id)).toEqual([0]);
    expect(await rates(bluewater.id)).toEqual([0]);
    const reverse = await portal.owner.invoice.findMany({ where: { reverseCharge: true }, distinct: ["accountId"] });
    expect(reverse.map(({ accountId }) => accountId)).toEqual([globex.id]);
  });

  it("leave only this week's invoices to be mailed", async () => {
    const unsent = await portal.owner.invoice.findMany({
      where: unannounced,
      include: { account: { select: { name: true } } },
      orderBy: { issuedAt: "asc" },
    });
    expect(unsent.map(({ account }) => account.name)).toEqual(["Northwind Robotics", "Globex Labs"]);
  });

  it("name the payer of every payment", async () => {
    const payments = await portal.owner.payment.findMany({ where: { origin: "person" }, distinct: ["payerName"] });
    expect(payments.map(({ payerName }) => payerName).sort()).toEqual([
      "Eleanor Marsh",
      "Priya Raman",
      "Viktor Lindqvist",
    ]);
  });

  it("cover every state of an invoice", async () => {
    const { owner } = portal;
    expect(await owner.creditNote.count()).toBe(2);
    expect(await owner.refund.count({ where: { status: "succeeded" } })).toBe(1);
    expect(await owner.payment.count({ where: { status: "failed", origin: "autopay" } })).toBe(1);
    const partly = await owner.invoice.findMany({ where: { status: "open", paidMinor: { gt: 0n } } });
    expect(partly.some(({ paidMinor, totalMinor }) => paidMinor < totalMinor)).toBe(true);
    const credit = await owner.ledgerLine.aggregate({
      where: { ledgerAccount: "customerCredit", accountId: portal.demo.northwind.id },
      _sum: { amountMinor: true },
    });
    expect(credit._sum.amountMinor).toBeLessThan(0n);
  });
});
