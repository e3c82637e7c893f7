import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { grantCredit } from "@/lib/billing/core/credits/grant-credit";
import { writeOffInvoice } from "@/lib/billing/core/invoicing/write-off-invoice";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { asJob } from "@/lib/platform/db/transaction";
import { execute } from "@/lib/platform/operations/execute";
import { listProducts } from "@/lib/services/catalogue/list-products";
import { cancelOrder } from "@/lib/services/orders/cancel-order";
import { orderService } from "@/lib/services/orders/order-service";
import { quoteOrder } from "@/lib/services/orders/quote-order";
import { viewOrder } from "@/lib/services/orders/view-order";
import { completeSetUp } from "@/lib/services/services/complete-set-up";
import { viewService } from "@/lib/services/services/view-service";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { withoutTokens } from "@/tests/fixtures/without-tokens";
import { chargeFor, pay, reportPaid } from "./pay";

const OWNER = "owner@northwind.example";

let portal: TestPortal;
let northwind: string;
let productId: string;

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
  productId = (await portal.owner.product.findUniqueOrThrow({ where: { slug: "vps-m" } })).id;
  await buildContact(portal.owner, northwind, {
    email: "buyer@northwind.example",
    name: "Noor Buyer",
    permissions: [{ permission: "services.order" }],
  });
});
beforeEach(async () => {
  await portal.owner.outboxMail.deleteMany();
});
afterAll(() => portal.close());

const wanted = (name: string) => ({ productId, name, term: "month" as const });
const order = async (input: Parameters<typeof execute<typeof orderService>>[3], email = OWNER, key?: string) =>
  execute(await portal.as(email), northwind, orderService, input, key === undefined ? {} : { idempotencyKey: key });
const placed = (name: string) =>
  portal.owner.order.findMany({
    where: { service: { name } },
    include: { service: true, invoice: { include: { lines: { orderBy: { position: "asc" } } } } },
  });
const theOne = async (name: string) => {
  const [one, ...more] = await placed(name);
  expect(more).toEqual([]);
  if (!one?.invoice) throw new Error("There is no such order, or it has no invoice.");
  return { ...one, invoice: one.invoice };
};
const otherService = async () =>
  (await portal.owner.service.findFirstOrThrow({ where: { accountId: northwind, status: "active" } })).id;
/** Minor units that no invoice has used up, and whether every entry balances. */
const ledgerSum = async () =>
  (await portal.owner.ledgerLine.aggregate({ _sum: { amountMinor: true } }))._sum.amountMinor;

describe("ordering", () => {
  it("creates a pending service and an invoice with tax, and notifies the owner", async () => {
    const name = "web-03.northwind.example";
    const input = { ...wanted(name), options: { location: "fra-1", memory: "12gb" }, note: "IPv6, please" };
    const { number, serviceId } = await order({ ...input, totalSeen: 3739 }, OWNER, "order-web-03");
    const caller = await portal.as(OWNER);
    expect(await execute(caller, northwind, viewService, { serviceId })).toMatchObject({
      name,
      status: "pending",
      location: "Frankfurt, FRA-1",
      renewsAt: null,
      price: { amountMinor: 3090, currency: "EUR", interval: "month" },
      order: { number, placedBy: "Ingrid Solheim" },
      logins: [],
    });
    const { invoice } = await theOne(name);
    expect(invoice).toMatchObject({ status: "open", currency: "EUR", subtotalMinor: 3090n, totalMinor: 3739n });
    expect(invoice.number).toMatch(/^INV-\d{4}-\d{5}$/);
    expect(invoice.lines).toMatchObject([
      { kind: "recurring", serviceId, totalMinor: 3090n, periodStart: null, taxBasisPoints: 2100 },
    ]);
    const [mail, ...more] = await portal.owner.outboxMail.findMany();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ toAddress: OWNER, kind: "billing" });
    for (const words of ["€30.90 per month", "€37.39", invoice.number ?? "", "IPv6, please"]) {
      expect(mail?.text).toContain(words);
    }
    const event = await portal.owner.auditEvent.findFirstOrThrow({ where: { operation: "services.order" } });
    expect(event.summary).toBe(`Ordered Virtual server M as ${name} (order #${number})`);
  });

  it("matches the quote with setup fee and options, also for yearly billing", async () => {
    const { id } = await portal.owner.product.findUniqueOrThrow({ where: { slug: "dedicated-epyc" } });
    const input = { productId: id, term: "year" as const, options: { memory: "256gb" }, name: "yearly.example" };
    const quote = await execute(await portal.as(OWNER), northwind, quoteOrder, input);
    const net = 189_000 + 49_000 + 9900 + 1900;
    expect(quote).toMatchObject({
      mistakes: {},
      invoice: { total: { amountMinor: Math.round(net * 1.21), currency: "EUR" }, discount: null },
    });
    expect(quote.invoice?.lines.map(({ value }) => value.amountMinor)).toEqual([238_000, 11_800]);
    const unnamed = await execute(await portal.as(OWNER), northwind, quoteOrder, { ...input, name: "" });
    expect(unnamed.invoice?.lines.map(({ description }) => description)).toEqual([
      expect.stringMatching(/^[^,]+, one year \(/),
      "Setup",
    ]);
    await order({ ...input, totalSeen: quote.invoice?.total.amountMinor });
    expect((await theOne("yearly.example")).invoice.totalMinor).toBe(BigInt(quote.invoice?.total.amountMinor ?? 0));
  });

  it("happens once per key under parallel requests", async () => {
    const name = "once.northwind.example";
    const before = await portal.owner.invoice.count();
    const answers = await Promise.all(Array.from({ length: 20 }, () => order(wanted(name), OWNER, "order-once-0001")));
    const { id, number, serviceId } = await theOne(name);
    expect(answers).toEqual(answers.map(() => ({ id, number, serviceId })));
    expect(await portal.owner.service.count({ where: { name } })).toBe(1);
    expect(await portal.owner.invoice.count()).toBe(before + 1);
    expect(await portal.owner.outboxMail.count()).toBe(1);
  });

  it("happens twice for two keys, with two order numbers, even for the same input", async () => {
    const name = "twice.northwind.example";
    const [first, second] = await Promise.all(
      ["order-twice-1", "order-twice-2"].map((key) => order(wanted(name), OWNER, key)),
    );
    expect(first?.id).not.toBe(second?.id);
    const numbers = (await placed(name)).map(({ invoice }) => Number(invoice?.number?.slice(-5))).sort();
    expect(numbers).toHaveLength(2);
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
  });

  it("rejects one key for two different orders", async () => {
    await order(wanted("one.northwind.example"), OWNER, "order-other-0001");
    const other = order(wanted("other.northwind.example"), OWNER, "order-other-0001");
    expect((await problemOf(other)).code).toBe("conflict");
    expect(await placed("other.northwind.example")).toEqual([]);
  });

  it("writes nothing if the total differs from the one shown", async () => {
    const before = await portal.owner.numberSeries.findMany();
    const stale = order({ ...wanted("stale.northwind.example"), coupon: "WELCOME20", totalSeen: 3013 });
    expect((await problemOf(stale)).code).toBe("conflict");
    expect(await placed("stale.northwind.example")).toEqual([]);
    expect(await portal.owner.numberSeries.findMany()).toEqual(before);
    expect(await portal.owner.accountCoupon.count({ where: { accountId: northwind } })).toBe(0);
  });

  it("rejects a discontinued product and unknown options", async () => {
    const caller = await portal.as(OWNER);
    const gone = await portal.owner.product.update({ where: { slug: "vps-l" }, data: { active: false } });
    const { items } = await execute(caller, northwind, listProducts, {});
    expect(items.map(({ slug }) => slug)).not.toContain("vps-l");
    const domain = items.find(({ slug }) => slug === "domain-com");
    const attempts = [
      [{ ...wanted("gone.northwind.example"), productId: gone.id }, "productId"],
      [{ ...wanted("moon.northwind.example"), options: { location: "moon" } }, "options.location"],
      [{ ...wanted("disk.northwind.example"), options: { disk: "1tb" } }, "options.disk"],
      [{ ...wanted("month.example"), productId: domain?.id ?? "" }, "term"],
      [wanted("   "), "name"],
    ] as const;
    for (const [input, field] of attempts) {
      expect(await problemOf(order(input))).toMatchObject({
        code: "invalid",
        extra: { fields: { [field]: [expect.any(String)] } },
      });
    }
  });

  it.each(["administrator", "billing", "support", "billing-support", "custom"])("is refused to %s", async (who) => {
    const caller = await portal.as(`${who}@northwind.example`);
    const attempts = [
      execute(caller, northwind, listProducts, {}),
      execute(caller, northwind, quoteOrder, { productId }),
      execute(caller, northwind, orderService, wanted("no.northwind.example")),
    ];
    for (const problem of await Promise.all(attempts.map(problemOf))) {
      expect(problem).toMatchObject({ code: "refused", extra: { permission: "services.order" } });
    }
  });

  it("works for a contact with the ordering grant, without showing prices to those who can't see them", async () => {
    const caller = await portal.as("buyer@northwind.example");
    const { items } = await execute(caller, northwind, listProducts, {});
    const quote = await execute(caller, northwind, quoteOrder, { ...wanted("buyer.example"), coupon: "TENOFF" });
    const done = await order({ ...wanted("buyer.example"), totalSeen: 1 }, "buyer@northwind.example");
    const receipt = await execute(caller, northwind, viewOrder, { orderId: done.id });
    const { coupon: _coupon, ...told } = quote;
    expect(JSON.stringify({ items, told, done, receipt })).not.toMatch(/price|amount|currency|interval|invoice|€/i);
    expect(receipt).toMatchObject({ number: done.number, product: "Virtual server M", status: "placed" });
    expect(receipt).not.toHaveProperty("serviceId");
    const [mail] = await portal.owner.outboxMail.findMany();
    expect(mail).toMatchObject({ toAddress: OWNER });
    expect(mail?.text).toContain("Ordered by: Noor Buyer");
  });

  it("shows the order to whoever placed it, with price and invoice if they can see them", async () => {
    const caller = await portal.as(OWNER);
    const { id, serviceId } = await order(wanted("receipt.northwind.example"));
    expect(await execute(caller, northwind, viewOrder, { orderId: id })).toMatchObject({
      serviceId,
      status: "placed",
      price: { amountMinor: 2490, interval: "month" },
      invoice: { due: { amountMinor: 3013, currency: "EUR" } },
    });
    const buyer = await portal.as("buyer@northwind.example");
    expect((await problemOf(execute(buyer, northwind, viewOrder, { orderId: id }))).code).toBe("not-found");
  });

  it("offers an account prices in its own currency only", async () => {
    const globex = portal.demo.globex.id;
    await portal.owner.account.update({ where: { id: globex }, data: { currency: "GBP" } });
    const caller = await portal.as("owner@globex.example");
    const { items } = await execute(caller, globex, listProducts, {});
    expect(items.length).toBeGreaterThan(5);
    expect(JSON.stringify(items)).not.toMatch(/EUR|USD/);
    const vps = items.find(({ slug }) => slug === "vps-m");
    expect(vps?.prices).toEqual([
      { interval: "month", amountMinor: 2090, currency: "GBP", setupMinor: 0 },
      { interval: "year", amountMinor: 20_900, currency: "GBP", setupMinor: 0 },
    ]);
    await execute(caller, globex, orderService, { ...wanted("pounds.example") });
    expect((await theOne("pounds.example")).invoice).toMatchObject({ currency: "GBP", subtotalMinor: 2090n });
    await portal.owner.account.update({ where: { id: globex }, data: { currency: "EUR" } });
  });
});

describe("an order", () => {
  it("starts its service and first period once its invoice is paid", async () => {
    const name = "paid.northwind.example";
    await order(wanted(name));
    const { invoice } = await theOne(name);
    const at = new Date("2027-01-31T10:00:00Z");
    await pay(portal, invoice.id, at);
    expect(await theOne(name)).toMatchObject({
      status: "fulfilled",
      invoice: { status: "paid" },
      service: {
        status: "active",
        startedAt: at,
        periodStart: at,
        billingDay: 31,
        renewsAt: new Date("2027-02-28T10:00:00Z"),
        version: 2,
      },
    });
    expect(await ledgerSum()).toBe(0n);
  });

  it("notifies service contacts once when staff have set it up, without mentioning money", async () => {
    const name = "told.northwind.example";
    await buildContact(portal.owner, northwind, {
      email: "elsewhere@northwind.example",
      name: "Limited Elsewhere",
      roles: ["support"],
      services: [await otherService()],
    });
    await order({ ...wanted(name), options: { location: "fra-1" } });
    const { invoice } = await theOne(name);
    const setUp = () =>
      portal.owner.outboxMail.findMany({ where: { template: { in: ["services-stopped", "login-link"] } } });
    expect(await setUp()).toEqual([]);
    const charge = await chargeFor(portal, invoice.id);
    await Promise.all([0, 1].map(() => reportPaid(charge, new Date())));
    expect(await setUp()).toEqual([]);
    const { serviceId, service } = await theOne(name);
    const input = { serviceId, version: service.version, logins: [{ label: "SSH", username: "root", secret: "s" }] };
    const agent = await portal.as("staff-support@portcullis.example");
    await Promise.allSettled([0, 1].map(() => execute(agent, northwind, completeSetUp, input)));
    const told = await setUp();
    expect(new Set(told.map(({ toAddress }) => toAddress)).size).toBe(told.length);
    const addresses = told.map(({ toAddress }) => toAddress);
    expect(addresses).toEqual(expect.arrayContaining([OWNER, "support@northwind.example"]));
    expect(addresses).not.toContain("billing@northwind.example");
    expect(addresses).not.toContain("elsewhere@northwind.example");
    for (const { kind, subject, html, text } of told) {
      expect([kind, subject]).toEqual(["services", `${name} was set up`]);
      expect(withoutTokens(html + text)).not.toMatch(/€|\bEUR\b|INV-|invoice|paid|price|password|secret/i);
    }
  });

  it("starts its service immediately if nothing is due", async () => {
    await portal.owner.coupon.create({ data: { code: "FREE", name: "All of it", basisPoints: 10_000 } });
    await order({ ...wanted("free.northwind.example"), coupon: "free", totalSeen: 0 });
    expect(await theOne("free.northwind.example")).toMatchObject({
      status: "fulfilled",
      invoice: { status: "paid", totalMinor: 0n },
      service: { status: "active", renewsAt: expect.any(Date) },
    });
  });

  it("can be cancelled until it is paid, and not afterwards", async () => {
    const caller = await portal.as(OWNER);
    const name = "regret.northwind.example";
    const { id } = await order({ ...wanted(name), coupon: "WELCOME20" });
    const attempts = Array.from({ length: 5 }, () => execute(caller, northwind, cancelOrder, { orderId: id }));
    const results = await Promise.allSettled(attempts);
    const tooLate = "Only an unpaid order can be cancelled.";
    expect(results.map((one) => (one.status === "fulfilled" ? "done" : one.reason.message)).sort()).toEqual(
      [...Array(4).fill(tooLate), "done"].sort(),
    );
    expect(await theOne(name)).toMatchObject({
      status: "cancelled",
      invoice: { status: "void" },
      service: { status: "cancelled" },
    });
    // The code was not wasted: the next order is lowered by it.
    await order({ ...wanted("again.northwind.example"), coupon: "welcome20" });
    const again = await theOne("again.northwind.example");
    expect(again.invoice.subtotalMinor).toBe(1992n);
    await pay(portal, again.invoice.id, new Date());
    expect((await problemOf(execute(caller, northwind, cancelOrder, { orderId: again.id }))).code).toBe("conflict");
    expect((await theOne("again.northwind.example")).service.status).toBe("active");
  });

  it("uses account credit unless opted out, as quoted", async () => {
    const caller = await portal.as(OWNER);
    const creditOf = async () => (await asJob(northwind, new Date(), creditBalance))?.get("EUR") ?? 0n;
    await asJob(northwind, new Date(), (job) =>
      grantCredit(job, { amountMinor: 700n, currency: "EUR", reason: "Goodwill", source: "test:choice" }),
    );
    const held = await creditOf();
    const quoted = (useCredit?: boolean) =>
      execute(caller, northwind, quoteOrder, { ...wanted("choice.northwind.example"), useCredit });
    const left = Number(held);
    expect((await quoted(false)).credit).toMatchObject({
      available: { amountMinor: left },
      used: { amountMinor: 0 },
      due: { amountMinor: 3013 },
    });
    expect((await quoted()).credit).toMatchObject({
      used: { amountMinor: left },
      due: { amountMinor: 3013 - left },
    });

    await order({ ...wanted("kept.northwind.example"), useCredit: false });
    expect((await theOne("kept.northwind.example")).invoice).toMatchObject({ status: "open", paidMinor: 0n });
    expect(await creditOf()).toBe(held);
    await order(wanted("used.northwind.example"));
    expect((await theOne("used.northwind.example")).invoice).toMatchObject({ status: "open", paidMinor: held });
    expect(await creditOf()).toBe(0n);
    expect(await quoted()).not.toHaveProperty("credit");
  });

  it("shows no credit to viewers without access to it", async () => {
    await asJob(northwind, new Date(), (job) =>
      grantCredit(job, { amountMinor: 100n, currency: "EUR", reason: "Goodwill", source: "test:unseen" }),
    );
    const buyer = await portal.as("buyer@northwind.example");
    expect(await execute(buyer, northwind, quoteOrder, wanted("unseen.northwind.example"))).not.toHaveProperty(
      "credit",
    );
  });

  it("returns the account credit applied to it", async () => {
    const caller = await portal.as(OWNER);
    const creditOf = async () => (await asJob(northwind, new Date(), creditBalance))?.get("EUR") ?? 0n;
    await asJob(northwind, new Date(), (job) =>
      grantCredit(job, { amountMinor: 500n, currency: "EUR", reason: "Goodwill", source: "test:goodwill" }),
    );
    const before = await creditOf();
    const { id } = await order(wanted("credited.northwind.example"));
    expect((await theOne("credited.northwind.example")).invoice.paidMinor).toBe(before);
    await execute(caller, northwind, cancelOrder, { orderId: id });
    expect(await theOne("credited.northwind.example")).toMatchObject({
      status: "cancelled",
      service: { status: "cancelled" },
      invoice: { status: "paid", creditedMinor: 3013n - before },
    });
    expect(await creditOf()).toBe(before);
  });

  it("can still be cancelled after its partly paid invoice was written off, which returns what was paid", async () => {
    const creditOf = async () => (await asJob(northwind, new Date(), creditBalance))?.get("EUR") ?? 0n;
    await asJob(northwind, new Date(), (job) =>
      grantCredit(job, { amountMinor: 500n, currency: "EUR", reason: "Goodwill", source: "test:written-off" }),
    );
    const before = await creditOf();
    const { id } = await order(wanted("given-up.northwind.example"));
    const { invoice } = await theOne("given-up.northwind.example");
    await asJob(northwind, new Date(), (job) => writeOffInvoice(job, invoice.id));
    await execute(await portal.as(OWNER), northwind, cancelOrder, { orderId: id });
    expect(await theOne("given-up.northwind.example")).toMatchObject({
      status: "cancelled",
      service: { status: "cancelled" },
      invoice: { status: "paid", paidMinor: before, creditedMinor: invoice.totalMinor - before, releasedMinor: before },
    });
    expect(await creditOf()).toBe(before);
    expect((await findLedgerDrift()).drift.filter(({ id: of }) => of === invoice.id)).toEqual([]);
  });

  it("can only be cancelled by whoever placed it", async () => {
    const { id } = await order(wanted("mine.northwind.example"));
    const buyer = await portal.as("buyer@northwind.example");
    expect((await problemOf(execute(buyer, northwind, cancelOrder, { orderId: id }))).code).toBe("not-found");
  });
});
