import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { revealCredential } from "@/lib/services/login-details/reveal-credential";
import { orderService } from "@/lib/services/orders/order-service";
import { viewOrder } from "@/lib/services/orders/view-order";
import { cancelService } from "@/lib/services/services/cancel-service";
import { completeSetUp } from "@/lib/services/services/complete-set-up";
import { listServicesToSetUp } from "@/lib/services/services/list-services-to-set-up";
import { viewService } from "@/lib/services/services/view-service";
import { viewSetUp } from "@/lib/services/services/view-set-up";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { chargeFor, reportPaid } from "@/tests/services/orders/pay";

const OWNER = "owner@northwind.example";
const AGENT = "staff-support@portcullis.example";
const ssh = { label: "SSH", username: "root", secret: "Fjord-11-Lantern", url: "ssh://new.example" };

let portal: TestPortal;
let northwind: string;
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
afterAll(() => portal.close());

/** Orders a service and pays for it. */
async function paidService(name: string, slug = "vps-m") {
  const { id: productId } = await portal.owner.product.findUniqueOrThrow({ where: { slug } });
  const input = { productId, name, note: "IPv6, please" };
  const term = slug === "vps-m" ? ("month" as const) : ("year" as const);
  const { id, serviceId } = await execute(await portal.as(OWNER), northwind, orderService, { ...input, term });
  const { invoiceId } = await portal.owner.order.findUniqueOrThrow({ where: { id } });
  await reportPaid(await chargeFor(portal, invoiceId ?? ""), new Date());
  return { orderId: id, serviceId };
}

const row = (id: string) => portal.owner.service.findUniqueOrThrow({ where: { id } });
const view = async (serviceId: string) => execute(await portal.as(OWNER), northwind, viewService, { serviceId });
const toSetUp = async (email = AGENT) => execute(await portal.as(email), null, listServicesToSetUp, {});
const complete = async (serviceId: string, logins: object[] = [ssh], version = 2) =>
  execute(await portal.as(AGENT), northwind, completeSetUp, { serviceId, logins, version } as never);

describe("a paid service", () => {
  test("is being set up until staff complete it, and then has its credentials", async () => {
    const { orderId, serviceId } = await paidService("new-01.northwind.example");
    expect(await view(serviceId)).toMatchObject({ status: "active", settingUp: true, hasLogin: true, logins: [] });
    expect(await execute(await portal.as(OWNER), northwind, viewOrder, { orderId })).toMatchObject({
      status: "fulfilled",
      settingUp: true,
    });
    expect((await toSetUp()).items.at(-1)).toMatchObject({
      id: serviceId,
      name: "new-01.northwind.example",
      account: { id: northwind, name: "Northwind Robotics" },
    });
    expect(await execute(await portal.as(AGENT), northwind, viewSetUp, { serviceId })).toMatchObject({
      product: "Virtual server M",
      order: { placedBy: "Ingrid Solheim", note: "IPv6, please" },
    });

    const before = await row(serviceId);
    await complete(serviceId);
    const { logins = [], ...after } = await view(serviceId);
    expect(after).toMatchObject({ status: "active", settingUp: false });
    expect(logins.map(({ label }) => label)).toEqual(["SSH"]);
    const credentialId = logins[0]?.id ?? "";
    expect(await execute(await portal.as(OWNER), northwind, revealCredential, { serviceId, credentialId })).toEqual({
      ...ssh,
      note: null,
    });
    expect((await toSetUp()).items.map(({ id }) => id)).not.toContain(serviceId);
    // Nothing that money goes by has moved.
    expect({ ...(await row(serviceId)), settingUp: true, version: before.version }).toEqual(before);
  });

  test("leaves no secret in the activity log", async () => {
    const { serviceId } = await paidService("new-02.northwind.example");
    await complete(serviceId, [{ ...ssh, secret: "Never-In-A-Log" }]);
    const event = await portal.owner.auditEvent.findFirstOrThrow({
      where: { operation: "services.complete-set-up", targetId: serviceId },
    });
    expect(event).toMatchObject({ summary: "Set up new-02.northwind.example", details: { logins: ["SSH"] } });
    const stored = await portal.owner.serviceCredential.findFirstOrThrow({ where: { serviceId } });
    expect(JSON.stringify([event, stored])).not.toContain("Never-In-A-Log");
  });

  test("is set up once under parallel requests", async () => {
    const { serviceId } = await paidService("new-03.northwind.example");
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => complete(serviceId)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await portal.owner.serviceCredential.count({ where: { serviceId } })).toBe(1);
    expect((await problemOf(complete(serviceId))).code).toBe("conflict");
  });

  test("has nothing left to set up once it is cancelled", async () => {
    const { serviceId } = await paidService("new-04.northwind.example");
    const input = { serviceId, confirmName: "new-04.northwind.example", when: "now" as const, version: 2 };
    await execute(await portal.as(OWNER), northwind, cancelService, input);
    expect((await toSetUp()).items.map(({ id }) => id)).not.toContain(serviceId);
    expect((await problemOf(complete(serviceId))).code).toBe("conflict");
    expect(await row(serviceId)).toMatchObject({ status: "cancelled", settingUp: false });
  });
});

describe("credentials", () => {
  test("are required only if the product has them", async () => {
    const server = await paidService("new-05.northwind.example");
    const refused = await problemOf(complete(server.serviceId, []));
    expect(refused.extra.fields).toHaveProperty(["logins.0.label"]);
    const domain = await paidService("new-06.example", "domain-com");
    expect(await view(domain.serviceId)).toMatchObject({ hasLogin: false, settingUp: true });
    await complete(domain.serviceId, []);
    expect(await view(domain.serviceId)).toMatchObject({ settingUp: false, logins: [] });
  });

  test.each([
    ["label", { label: "" }],
    ["username", { username: "" }],
    ["secret", { secret: "" }],
    ["url", { url: "no address" }],
  ])("with an invalid %s are rejected at the field, and nothing is saved", async (field, part) => {
    const { serviceId } = await paidService(`new-${field}.northwind.example`);
    const { code, extra } = await problemOf(complete(serviceId, [ssh, { ...ssh, ...part }]));
    expect([code, Object.keys(extra.fields ?? {})]).toEqual(["invalid", [`logins.1.${field}`]]);
    expect(await row(serviceId)).toMatchObject({ settingUp: true, version: 2 });
    expect(await portal.owner.serviceCredential.count({ where: { serviceId } })).toBe(0);
  });

  test("can leave form rows empty", async () => {
    const { serviceId } = await paidService("new-07.northwind.example");
    await complete(serviceId, [{ label: "", username: "", secret: "", url: "" }, ssh]);
    expect(await portal.owner.serviceCredential.count({ where: { serviceId } })).toBe(1);
  });
});

test("a service of another account is not found", async () => {
  const other = await portal.owner.service.findFirstOrThrow({
    where: { settingUp: true, accountId: { not: northwind } },
  });
  expect((await problemOf(complete(other.id, [ssh], 1))).code).toBe("not-found");
  expect((await toSetUp()).items.map(({ id }) => id)).toContain(other.id);
});
