import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { perform } from "@/lib/access/perform";
import { listProducts } from "@/lib/services/list-products";
import { orderService } from "@/lib/services/order-service";
import { viewOrder } from "@/lib/services/view-order";
import { viewService } from "@/lib/services/view-service";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "../support/portal";
import { problemOf } from "../support/problem-of";

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

const wanted = (name: string) => ({ productId, name, location: "Frankfurt, FRA-1" as const });
const placed = (name: string) =>
  portal.owner.order.findMany({ where: { service: { name } }, include: { service: true } });

describe("ordering", () => {
  it("makes a pending service at the product's price, and tells the owner", async () => {
    const caller = await portal.as("owner@northwind.example");
    const order = await perform(
      caller,
      northwind,
      orderService,
      { ...wanted("web-03.northwind.example"), note: "IPv6, please", priceSeen: 2490 },
      { idempotencyKey: "order-web-03" },
    );
    const service = await perform(caller, northwind, viewService, { serviceId: order.serviceId });
    expect(service).toMatchObject({
      name: "web-03.northwind.example",
      status: "pending",
      location: "Frankfurt, FRA-1",
      renewsAt: null,
      price: { amountMinor: 2490, currency: "EUR", interval: "month" },
      order: { number: order.number, placedBy: "Ingrid Solheim" },
      logins: [],
    });
    const [mail, ...more] = await portal.owner.outboxMail.findMany();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ toAddress: "owner@northwind.example", kind: "billing" });
    expect(mail?.text).toContain("€24.90 a month");
    expect(mail?.text).toContain("IPv6, please");
    const event = await portal.owner.auditEvent.findFirstOrThrow({ where: { operation: "services.order" } });
    expect(event.summary).toBe(`Ordered Virtual server M as web-03.northwind.example (order #${order.number})`);
  });

  it("happens once for one key, however many requests carry it at the same moment", async () => {
    const caller = await portal.as("owner@northwind.example");
    const name = "once.northwind.example";
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        perform(caller, northwind, orderService, wanted(name), { idempotencyKey: "order-once-0001" }),
      ),
    );
    const [order, ...more] = await placed(name);
    expect(more).toEqual([]);
    expect(answers).toEqual(answers.map(() => ({ id: order?.id, number: order?.number, serviceId: order?.serviceId })));
    expect(await portal.owner.service.count({ where: { name } })).toBe(1);
    expect(await portal.owner.outboxMail.count()).toBe(1);
  });

  it("happens twice for two keys, even with the same words", async () => {
    const caller = await portal.as("owner@northwind.example");
    const name = "twice.northwind.example";
    const [first, second] = await Promise.all(
      ["order-twice-1", "order-twice-2"].map((idempotencyKey) =>
        perform(caller, northwind, orderService, wanted(name), { idempotencyKey }),
      ),
    );
    expect(first?.id).not.toBe(second?.id);
    expect(await placed(name)).toHaveLength(2);
  });

  it("does not take one key for two different orders", async () => {
    const caller = await portal.as("owner@northwind.example");
    const key = { idempotencyKey: "order-other-0001" };
    await perform(caller, northwind, orderService, wanted("one.northwind.example"), key);
    const other = perform(caller, northwind, orderService, wanted("other.northwind.example"), key);
    expect((await problemOf(other)).code).toBe("conflict");
    expect(await placed("other.northwind.example")).toEqual([]);
  });

  it("stops where the price is another than the one that was shown", async () => {
    const caller = await portal.as("owner@northwind.example");
    const stale = perform(caller, northwind, orderService, { ...wanted("stale.northwind.example"), priceSeen: 1990 });
    expect((await problemOf(stale)).code).toBe("conflict");
    expect(await placed("stale.northwind.example")).toEqual([]);
  });

  it("is not for a product that is no longer offered, and not for an unknown place", async () => {
    const caller = await portal.as("owner@northwind.example");
    const gone = await portal.owner.product.update({ where: { slug: "vps-l" }, data: { active: false } });
    const { items } = await perform(caller, northwind, listProducts, {});
    expect(items.map(({ slug }) => slug)).not.toContain("vps-l");
    const attempts = [
      { ...wanted("gone.northwind.example"), productId: gone.id },
      { ...wanted("moon.northwind.example"), location: "Moon" as never },
      { ...wanted("   ") },
    ];
    for (const input of attempts) {
      expect((await problemOf(perform(caller, northwind, orderService, input))).code).toBe("invalid");
    }
  });

  it.each(["administrator", "billing", "support", "billing-support", "custom"])("is refused to %s", async (who) => {
    const caller = await portal.as(`${who}@northwind.example`);
    const attempts = [
      perform(caller, northwind, listProducts, {}),
      perform(caller, northwind, orderService, wanted("no.northwind.example")),
    ];
    for (const problem of await Promise.all(attempts.map(problemOf))) {
      expect(problem).toMatchObject({ code: "refused", extra: { permission: "services.order" } });
    }
  });

  it("works for whom the owner lets order, without telling a price to who may see none", async () => {
    const caller = await portal.as("buyer@northwind.example");
    const { items } = await perform(caller, northwind, listProducts, {});
    const order = await perform(caller, northwind, orderService, {
      ...wanted("buyer.northwind.example"),
      priceSeen: 1,
    });
    const receipt = await perform(caller, northwind, viewOrder, { orderId: order.id });
    expect(JSON.stringify({ items, order, receipt })).not.toMatch(/price|amount|currency|interval/i);
    expect(receipt).toMatchObject({ number: order.number, product: "Virtual server M" });
    expect(receipt).not.toHaveProperty("serviceId");
    const [mail] = await portal.owner.outboxMail.findMany();
    expect(mail).toMatchObject({ toAddress: "owner@northwind.example" });
    expect(mail?.text).toContain("Ordered by: Noor Buyer");
  });

  it("gives a receipt to whoever placed it, with the price where they may see one", async () => {
    const owner = await portal.as("owner@northwind.example");
    const order = await perform(owner, northwind, orderService, wanted("receipt.northwind.example"));
    const receipt = await perform(owner, northwind, viewOrder, { orderId: order.id });
    expect(receipt).toMatchObject({ serviceId: order.serviceId, price: { amountMinor: 2490, interval: "month" } });
    const buyer = await portal.as("buyer@northwind.example");
    expect((await problemOf(perform(buyer, northwind, viewOrder, { orderId: order.id }))).code).toBe("not-found");
  });
});
