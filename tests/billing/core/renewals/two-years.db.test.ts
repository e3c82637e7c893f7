import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRenewalsFixture, type RenewalsFixture } from "./renewals-fixture";

let fixture: RenewalsFixture;
beforeAll(async () => {
  fixture = await openRenewalsFixture();
});
afterAll(() => fixture.close());

const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day));
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The days on which periods begin, worked out from the calendar alone: the month's billing day, or its last day. */
function startsFrom({ year, month, day, everyMonths, until }: Anchor & { until: Date }): string[] {
  const starts: string[] = [];
  for (let index = month; ; index += everyMonths) {
    const [y, m] = [year + Math.floor(index / 12), index % 12];
    const start = utc(y, m, Math.min(day, daysIn(y, m)));
    if (start > until) return starts;
    starts.push(start.toISOString().slice(0, 10));
  }
}

interface Anchor {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly everyMonths: number;
}

describe("two years, a day at a time, with a leap February", () => {
  const until = utc(2029, 0, 31);
  const anchors: Anchor[] = [
    { year: 2027, month: 0, day: 31, everyMonths: 1 },
    { year: 2027, month: 0, day: 30, everyMonths: 1 },
    { year: 2027, month: 1, day: 1, everyMonths: 1 },
    { year: 2027, month: 1, day: 28, everyMonths: 12 },
  ];
  const prices = [1000, 777, 2500, 12_000];

  it("invoices each period of each service once, no day left out and none twice", async () => {
    const { owner } = fixture.books;
    const { id, serviceIds } = await fixture.addAccount({
      services: anchors.map(({ year, month, day, everyMonths }, index) => ({
        renewsAt: utc(year, month, day),
        billingDay: day,
        interval: everyMonths === 12 ? "year" : "month",
        priceMinor: prices[index],
      })),
    });
    await fixture.everyDay(utc(2027, 0, 30), until, ["renew"]);

    for (const [index, serviceId] of serviceIds.entries()) {
      const lines = await owner.invoiceLine.findMany({ where: { serviceId }, orderBy: { periodStart: "asc" } });
      const anchor = anchors[index] as Anchor;
      const expected = startsFrom({ ...anchor, until });
      expect(lines.map(({ periodStart }) => periodStart?.toISOString().slice(0, 10))).toEqual(expected);
      for (const [at, line] of lines.entries()) {
        expect(line.periodEnd).toEqual(lines[at + 1]?.periodStart ?? line.periodEnd);
        expect(line.unitMinor).toBe(BigInt(prices[index] ?? 0));
      }
      const service = await owner.service.findUniqueOrThrow({ where: { id: serviceId } });
      expect([service.periodStart, service.renewsAt]).toEqual([lines.at(-1)?.periodStart, lines.at(-1)?.periodEnd]);
    }

    const invoices = await owner.invoice.findMany({ where: { accountId: id }, include: { lines: true } });
    const days = invoices.map(({ issuedAt }) => issuedAt?.toISOString().slice(0, 10));
    expect(new Set(days).size).toBe(days.length);
    const net = anchors.reduce(
      (sum, one, index) => sum + startsFrom({ ...one, until }).length * (prices[index] ?? 0),
      0,
    );
    expect(invoices.reduce((sum, one) => sum + one.subtotalMinor, 0n)).toBe(BigInt(net));
    for (const { lines, subtotalMinor, taxMinor, totalMinor } of invoices) {
      expect(subtotalMinor).toBe(lines.reduce((sum, line) => sum + line.totalMinor, 0n));
      expect(taxMinor).toBe((subtotalMinor * 21n + 50n) / 100n);
      expect(totalMinor).toBe(subtotalMinor + taxMinor);
    }
    const owed = await owner.ledgerLine.aggregate({
      where: { accountId: id, ledgerAccount: "receivable" },
      _sum: { amountMinor: true },
    });
    expect(owed._sum.amountMinor).toBe(invoices.reduce((sum, one) => sum + one.totalMinor, 0n));
    const numbers = (await owner.invoice.findMany({ where: { number: { not: null } } })).map(({ number }) => number);
    for (const year of [2027, 2028]) {
      const ofYear = numbers.filter((number) => number?.startsWith(`INV-${year}-`)).sort();
      expect(ofYear.map((number) => Number(number?.slice(-5)))).toEqual(ofYear.map((_, index) => index + 1));
    }
  });
});

describe("a worker that was away", () => {
  it("invoices the periods it missed as lines of one invoice, which is due after the usual term", async () => {
    const { id } = await fixture.addAccount({ services: [{ renewsAt: utc(2030, 0, 31) }] });
    await fixture.run(utc(2030, 3, 15), ["renew"]);
    const [invoice, ...others] = await fixture.books.owner.invoice.findMany({
      where: { accountId: id },
      include: { lines: { orderBy: { position: "asc" } } },
    });
    expect(others).toEqual([]);
    expect(invoice?.lines.map(({ periodStart }) => periodStart?.toISOString().slice(0, 10))).toEqual([
      "2030-01-31",
      "2030-02-28",
      "2030-03-31",
    ]);
    expect(invoice?.dueAt?.toISOString().slice(0, 10)).toBe("2030-04-29");
  });
});

describe("a smaller plan that was chosen for the next period", () => {
  it("is what that period and those after it cost", async () => {
    const { owner } = fixture.books;
    const productId = await fixture.product("vps-small", "Small server");
    const { serviceIds } = await fixture.addAccount({ services: [{ renewsAt: utc(2031, 0, 10) }] });
    const [serviceId = ""] = serviceIds;
    await fixture.run(utc(2031, 0, 10), ["renew"]);
    const nextPlan = { productId, interval: "month", options: [], priceMinor: 400 };
    await owner.service.update({ where: { id: serviceId }, data: { nextPlan } });
    await fixture.everyDay(utc(2031, 1, 9), utc(2031, 2, 10), ["renew"]);
    const lines = await owner.invoiceLine.findMany({ where: { serviceId }, orderBy: { periodStart: "asc" } });
    expect(lines.map(({ unitMinor, description }) => [unitMinor, description])).toEqual([
      [1000n, "Virtual server: server-0.example"],
      [400n, "Small server: server-0.example"],
      [400n, "Small server: server-0.example"],
    ]);
    expect(await owner.service.findUnique({ where: { id: serviceId } })).toMatchObject({
      productId,
      priceMinor: 400n,
      nextPlan: null,
    });
  });
});

describe("what does not renew", () => {
  it("is what ends with its period, what is cancelled, and what belongs to a closed account", async () => {
    const { owner } = fixture.books;
    const renewsAt = utc(2032, 0, 1);
    const town1 = await fixture.addAccount({ services: [{ renewsAt }, { renewsAt }] });
    const [ends = "", over = ""] = town1.serviceIds;
    await owner.service.update({ where: { id: ends }, data: { cancelAtPeriodEnd: true } });
    await owner.service.update({ where: { id: over }, data: { status: "cancelled" } });
    const closed = await fixture.addAccount({ services: [{ renewsAt }] });
    await owner.account.update({ where: { id: closed.id }, data: { status: "closed", closedAt: renewsAt } });
    await fixture.run(utc(2032, 0, 2), ["renew"]);
    expect(await owner.invoice.count({ where: { accountId: { in: [town1.id, closed.id] } } })).toBe(0);
  });
});
