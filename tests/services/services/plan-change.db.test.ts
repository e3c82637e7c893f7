import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { orderService } from "@/lib/services/orders/order-service";
import { cancelService } from "@/lib/services/services/cancel-service";
import { changePlan } from "@/lib/services/services/change-plan";
import { keepPlan } from "@/lib/services/services/keep-plan";
import { viewPlanChoices } from "@/lib/services/services/plan-choices";
import { previewPlan } from "@/lib/services/services/preview-plan";
import { viewService } from "@/lib/services/services/view-service";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { pay } from "@/tests/services/orders/pay";

const OWNER = "owner@northwind.example";

let portal: TestPortal;
let northwind: string;
let products: Record<string, string>;
let serviceId: string;

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
  products = Object.fromEntries((await portal.owner.product.findMany()).map(({ slug, id }) => [slug, id]));
  await buildContact(portal.owner, northwind, {
    email: "buyer@northwind.example",
    name: "Noor Buyer",
    permissions: [{ permission: "services.order" }, { permission: "services.view" }],
  });
});
beforeEach(async () => {
  serviceId = await running("vps-m");
});
afterAll(() => portal.close());

const idOf = (slug: string): string => products[slug] ?? "";
const asOwner = () => portal.as(OWNER);

/** Ordered and paid ten whole days and some minutes ago, or not paid: eleven days of its period have begun. */
async function running(slug: string, coupon = ""): Promise<string> {
  const input = { productId: idOf(slug), term: "month" as const, name: "plan.example", coupon };
  const { serviceId: id } = await execute(await asOwner(), northwind, orderService, input);
  const { invoiceId } = await portal.owner.order.findFirstOrThrow({ where: { serviceId: id } });
  await pay(portal, invoiceId ?? "", new Date(Date.now() - 10 * 86_400_000 - 300_000));
  return id;
}
const now = () => portal.owner.service.findUniqueOrThrow({ where: { id: serviceId } });
const lengthOf = async () => {
  const { periodStart, renewsAt } = await now();
  return Math.round(((renewsAt?.getTime() ?? 0) - (periodStart?.getTime() ?? 0)) / 86_400_000);
};
const change = async (input: object, email = OWNER) =>
  execute(await portal.as(email), northwind, changePlan, { serviceId, version: 2, ...input } as never);
const preview = async (input: object, email = OWNER) =>
  execute(await portal.as(email), northwind, previewPlan, { serviceId, ...input } as never);
const billed = () =>
  portal.owner.invoice.findMany({
    where: { accountId: northwind, lines: { some: { serviceId } } },
    include: { lines: true, creditNotes: { include: { lines: true } } },
    orderBy: { createdAt: "asc" },
  });
const creditOf = async () => {
  const where = { accountId: northwind, ledgerAccount: "customerCredit" as const };
  return -((await portal.owner.ledgerLine.aggregate({ where, _sum: { amountMinor: true } }))._sum.amountMinor ?? 0n);
};
const share = (minor: number, left: number, of: number) => minor - Math.round((minor * (of - left)) / of);
const withTax = (net: number) => Math.round(net * 1.21);

describe("an upgrade now", () => {
  it("credits unused time and charges the rest of the period, as previewed", async () => {
    const days = await lengthOf();
    const left = days - 11;
    const before = await now();
    const credited = withTax(share(2490, left, days));
    const charged = withTax(share(6990, left, days));
    const seen = await preview({ productId: idOf("vps-l") });
    expect(seen).toMatchObject({
      product: "Virtual server L",
      when: "now",
      daysLeft: left,
      daysIn: days,
      renewsAt: before.renewsAt?.toISOString(),
      money: {
        price: { amountMinor: 6990, interval: "month" },
        credited: { amountMinor: credited },
        invoice: { total: { amountMinor: charged } },
        credit: { amountMinor: credited },
        due: { amountMinor: charged - credited, currency: "EUR" },
        renewal: { amountMinor: withTax(6990), currency: "EUR" },
      },
    });
    await change({ productId: idOf("vps-l"), dueSeen: charged - credited });
    expect(await now()).toMatchObject({
      productId: idOf("vps-l"),
      priceMinor: 6990n,
      version: 3,
      periodStart: before.periodStart,
      renewsAt: before.renewsAt,
      nextPlan: null,
    });
    const [old, fresh, ...more] = await billed();
    expect(more).toEqual([]);
    expect(old?.creditNotes).toMatchObject([
      { totalMinor: BigInt(credited), appliedMinor: 0n, reason: "Plan change", issuedByName: "Ingrid Solheim" },
    ]);
    expect(fresh).toMatchObject({
      status: "open",
      totalMinor: BigInt(charged),
      paidMinor: BigInt(credited),
      lines: [{ kind: "proration", serviceId, periodEnd: before.renewsAt }],
    });
    expect(await creditOf()).toBe(0n);
    const mail = await portal.owner.outboxMail.findFirstOrThrow({ where: { template: "plan-changed" } });
    expect(mail).toMatchObject({ toAddress: OWNER, kind: "billing" });
    const note = old?.creditNotes[0]?.number;
    const told = await portal.owner.outboxMail.findMany({ where: { subject: { startsWith: `Credit note ${note}` } } });
    expect(told.map(({ toAddress }) => toAddress)).toContain("billing@northwind.example");
    expect(told.map(({ toAddress }) => toAddress)).not.toContain("support@northwind.example");
  });

  it("reduces an unpaid old invoice, so nothing is due twice", async () => {
    const input = { productId: idOf("vps-m"), term: "month" as const, name: "unpaid.example" };
    ({ serviceId } = await execute(await asOwner(), northwind, orderService, input));
    const started = addDays(new Date(), -10);
    await portal.owner.service.update({
      where: { id: serviceId },
      data: {
        status: "active",
        startedAt: started,
        periodStart: started,
        billingDay: 1,
        renewsAt: addDays(started, 30),
      },
    });
    const seen = await preview({ productId: idOf("vps-l") });
    await change({ productId: idOf("vps-l"), version: 1, dueSeen: seen.money?.due.amountMinor });
    const [old, fresh] = await billed();
    const back = old?.creditNotes[0]?.totalMinor ?? 0n;
    expect(back).toBeGreaterThan(0n);
    expect(old).toMatchObject({ status: "open", totalMinor: 3013n, creditedMinor: back, paidMinor: 0n });
    expect(fresh).toMatchObject({ status: "open", paidMinor: 0n });
    expect(seen.money?.due.amountMinor).toBe(Number(fresh?.totalMinor));
  });

  it("credits only what was paid after a coupon", async () => {
    await portal.owner.coupon.create({ data: { code: "HALF", name: "Half", basisPoints: 5000 } });
    serviceId = await running("vps-m", "HALF");
    const days = await lengthOf();
    const seen = await preview({ productId: idOf("vps-l") });
    expect(seen.money?.credited?.amountMinor).toBe(withTax(share(1245, days - 11, days)));
  });

  it("can be repeated: each time the latest charge is credited, and none twice", async () => {
    const days = await lengthOf();
    await change({ productId: idOf("vps-l") });
    const { money } = await preview({ productId: idOf("vps-m"), when: "now" });
    expect(money?.credited?.amountMinor).toBe(withTax(share(6990, days - 11, days)));
    await change({ productId: idOf("vps-m"), when: "now", version: 3 });
    await change({ productId: idOf("vps-l"), version: 4 });
    const invoices = await billed();
    expect(invoices.map(({ creditNotes }) => creditNotes.length)).toEqual([1, 1, 1, 0]);
    const net = invoices.reduce(
      (sum, one) => sum + one.totalMinor - one.creditNotes.reduce((s, n) => s + n.totalMinor, 0n),
      0n,
    );
    // Eleven days of the first plan, and the rest of the last one.
    expect(Number(net)).toBe(3013 - withTax(share(2490, days - 11, days)) + withTax(share(6990, days - 11, days)));
  });

  it("happens once under parallel requests", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => change({ productId: idOf(index % 2 ? "vps-l" : "vps-s"), when: "now" })),
    );
    const failed = results.filter((result) => result.status === "rejected");
    expect(failed).toHaveLength(9);
    for (const { reason } of failed) expect(reason).toMatchObject({ code: "conflict" });
    expect(await billed()).toHaveLength(2);
    expect((await now()).version).toBe(3);
  });

  it("is rejected if the amount due differs from the one shown, and writes nothing", async () => {
    const problem = await problemOf(change({ productId: idOf("vps-l"), dueSeen: 1 }));
    expect(problem.code).toBe("conflict");
    expect(await now()).toMatchObject({ version: 2, priceMinor: 2490n });
    expect(await billed()).toMatchObject([{ creditNotes: [] }]);
  });
});

describe("the previewed renewal", () => {
  afterEach(async () => {
    await portal.owner.accountCoupon.updateMany({ data: { left: 0 } });
    await portal.owner.taxRate.deleteMany({ where: { basisPoints: 2300, country: "NL" } });
  });
  const renewalOf = async (input: object) => (await preview(input)).money?.renewal.amountMinor;

  it("is discounted by a coupon, unless the change itself uses it up", async () => {
    await portal.owner.coupon.create({ data: { code: "TWICE", name: "Twice", basisPoints: 1000, invoices: 2 } });
    serviceId = await running("vps-m", "TWICE");
    expect(await renewalOf({ productId: idOf("vps-l") })).toBe(withTax(6291));
    expect(await renewalOf({ productId: idOf("vps-m"), term: "year", when: "renewal" })).toBe(withTax(22_410));
    const yearly = await preview({ productId: idOf("vps-m"), term: "year" });
    expect(yearly.money?.invoice?.total.amountMinor).toBe(withTax(22_410));
    expect(yearly.money?.renewal.amountMinor).toBe(withTax(24_900));
  });

  it("isn't discounted by a coupon that expires first", async () => {
    const validUntil = addDays(new Date(), 1);
    await portal.owner.coupon.create({
      data: { code: "SHORT", name: "Short", basisPoints: 1000, invoices: null, validUntil },
    });
    serviceId = await running("vps-m", "SHORT");
    expect(await renewalOf({ productId: idOf("vps-l") })).toBe(withTax(6990));
  });

  it("has the tax rate of the day its invoice is issued", async () => {
    const rate = { country: "NL", name: "btw", basisPoints: 2300, validFrom: addDays(new Date(), 2) };
    await portal.owner.taxRate.create({ data: rate });
    const { money } = await preview({ productId: idOf("vps-l") });
    expect(money?.invoice?.taxes).toMatchObject([{ basisPoints: 2100 }]);
    expect(money?.renewal.amountMinor).toBe(Math.round(6990 * 1.23));
  });
});

describe("a smaller plan", () => {
  it("takes effect at renewal, and can be undone until then", async () => {
    const before = await now();
    expect(await preview({ productId: idOf("vps-s"), options: { backup: "daily" } })).toMatchObject({
      when: "renewal",
      startsAt: before.renewsAt?.toISOString(),
      money: {
        credited: null,
        invoice: null,
        due: { amountMinor: 0 },
        price: { amountMinor: 1580 },
        renewal: { amountMinor: withTax(1580) },
      },
    });
    await change({ productId: idOf("vps-s"), options: { backup: "daily" } });
    const waiting = await now();
    expect(waiting).toMatchObject({ productId: idOf("vps-m"), priceMinor: 2490n, version: 3 });
    expect(waiting.nextPlan).toMatchObject({ productId: idOf("vps-s"), interval: "month", priceMinor: 1580 });
    expect(await billed()).toHaveLength(1);
    const caller = await asOwner();
    const shown = await execute(caller, northwind, viewService, { serviceId });
    expect(shown.nextPlan).toMatchObject({ product: "Virtual server S", term: "month" });
    await execute(caller, northwind, keepPlan, { serviceId, version: 3 });
    expect((await now()).nextPlan).toBeNull();
    expect((await problemOf(execute(caller, northwind, keepPlan, { serviceId, version: 4 }))).code).toBe("conflict");
  });

  it("taken now leaves the difference as account credit", async () => {
    const before = await creditOf();
    const days = await lengthOf();
    const gain = withTax(share(2490, days - 11, days)) - withTax(share(1290, days - 11, days));
    const seen = await preview({ productId: idOf("vps-s"), when: "now" });
    expect(seen.money).toMatchObject({ due: { amountMinor: 0 } });
    await change({ productId: idOf("vps-s"), when: "now", dueSeen: 0 });
    expect((await billed()).at(-1)).toMatchObject({ status: "paid" });
    expect(await creditOf()).toBe(before + BigInt(gain));
  });
});

describe("another interval", () => {
  it("of a year starts a new period immediately", async () => {
    await change({ productId: idOf("vps-m"), term: "year" });
    const after = await now();
    expect(after).toMatchObject({ interval: "year", priceMinor: 24_900n, billingDay: new Date().getUTCDate() });
    expect(after.renewsAt?.getUTCFullYear()).toBe(new Date().getUTCFullYear() + 1);
    const [, fresh] = await billed();
    expect(fresh?.lines).toMatchObject([{ kind: "recurring", totalMinor: 24_900n, periodEnd: after.renewsAt }]);
    // Back to the month waits, unless it is wanted now: then the unused year is credited.
    expect(await preview({ productId: idOf("vps-m"), term: "month" })).toMatchObject({ when: "renewal" });
    const { money } = await preview({ productId: idOf("vps-m"), term: "month", when: "now" });
    expect(money?.credited?.amountMinor).toBeGreaterThan(withTax(24_700));
  });
});

describe("another interval at the exact time of the last change", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is a conflict: one period cannot be invoiced twice", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const monthly = { productId: idOf("vps-m"), term: "month", when: "now" };
    await change({ productId: idOf("vps-m"), term: "year" });
    expect(await problemOf(change({ ...monthly, version: 3 }))).toMatchObject({ code: "conflict" });
    expect(await now()).toMatchObject({ interval: "year", version: 3 });
    expect(await billed()).toHaveLength(2);
    vi.setSystemTime(Date.now() + 1);
    await change({ ...monthly, version: 3 });
    expect(await now()).toMatchObject({ interval: "month", version: 4 });
  });
});

describe("a change of plan", () => {
  it("rejects the current plan, another family and discontinued products", async () => {
    const attempts = [{ productId: idOf("vps-m") }, { productId: idOf("postgres-ha") }, { productId: northwind }];
    for (const input of attempts) {
      expect(await problemOf(change(input))).toMatchObject({
        code: "invalid",
        extra: { fields: { productId: [expect.any(String)] } },
      });
    }
    const wrong = await problemOf(change({ productId: idOf("vps-m"), options: { memory: "1tb" } }));
    expect(wrong).toMatchObject({ code: "invalid", extra: { fields: { "options.memory": [expect.any(String)] } } });
    expect(await billed()).toHaveLength(1);
  });

  it.each([
    ["pending", { status: "pending", settingUp: false }],
    ["suspended", { status: "suspended" }],
    ["ending", { cancelAtPeriodEnd: true }],
    ["without a renewal", { renewsAt: null }],
  ] as const)("is rejected for a service that is %s, and the choices say why", async (_, data) => {
    await portal.owner.service.update({ where: { id: serviceId }, data });
    expect((await problemOf(change({ productId: idOf("vps-l") }))).code).toBe("conflict");
    const { obstacle } = await execute(await asOwner(), northwind, viewPlanChoices, { serviceId });
    expect(obstacle).toEqual(expect.any(String));
  });

  it("shows no price to viewers without access to prices", async () => {
    const email = "buyer@northwind.example";
    const seen = await preview({ productId: idOf("vps-l"), when: "now" }, email);
    const choices = await execute(await portal.as(email), northwind, viewPlanChoices, { serviceId });
    const done = await change({ productId: idOf("vps-l"), when: "now", dueSeen: 1 }, email);
    expect(JSON.stringify({ seen, choices, done })).not.toMatch(/price|amount|currency|interval|money|€/i);
  });

  it.each(["administrator", "billing", "support", "billing-support", "custom"])("is refused to %s", async (who) => {
    const email = `${who}@northwind.example`;
    const caller = await portal.as(email);
    const attempts = [
      change({ productId: idOf("vps-l") }, email),
      preview({ productId: idOf("vps-l") }, email),
      execute(caller, northwind, viewPlanChoices, { serviceId }),
      execute(caller, northwind, keepPlan, { serviceId, version: 2 }),
    ];
    for (const problem of await Promise.all(attempts.map(problemOf))) {
      expect(problem).toMatchObject({ code: "refused", extra: { permission: "services.order" } });
    }
  });

  it("and a parallel cancellation: only one succeeds", async () => {
    const results = await Promise.allSettled([
      change({ productId: idOf("vps-l") }),
      execute(await asOwner(), northwind, cancelService, { serviceId, confirmName: "plan.example", version: 2 }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const entries = await portal.owner.ledgerLine.groupBy({ by: ["entryId"], _sum: { amountMinor: true } });
    expect(new Set(entries.map(({ _sum }) => _sum.amountMinor))).toEqual(new Set([0n]));
  });
});
