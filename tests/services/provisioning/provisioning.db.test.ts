import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { createEndpoint } from "@/lib/services/provisioning/create-endpoint";
import { deliverOrders } from "@/lib/services/provisioning/deliver-orders";
import { listDeliveries } from "@/lib/services/provisioning/list-deliveries";
import { resendDelivery } from "@/lib/services/provisioning/resend-delivery";
import { sendChangesJob } from "@/lib/services/provisioning/send-changes-job";
import { sendOrdersJob } from "@/lib/services/provisioning/send-orders-job";
import { viewService } from "@/lib/services/services/view-service";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { paidService as paidServiceOf } from "@/tests/services/provisioning/paid-service";

const OWNER = "owner@northwind.example";
const AGENT = "staff-support@portcullis.example";
const login = { label: "SSH", username: "root", secret: "Fjord-11-Lantern", url: "" };

interface Received {
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

let portal: TestPortal;
let northwind: string;
let server: Server;
let received: Received[];
let answer: { status: number; body?: string; headers?: Record<string, string> };
let key: string;

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece) => pieces.push(piece));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
      response.writeHead(answer.status, answer.headers).end(answer.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  setPrivate("allow");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const input = { name: "Panel", url, active: true, isDefault: true };
  key = (await execute(await portal.as("staff-manager@portcullis.example"), null, createEndpoint, input)).token;
});
afterAll(async () => {
  setPrivate(undefined);
  await new Promise((resolve) => server.close(resolve));
  await portal.close();
});
beforeEach(() => {
  received = [];
  answer = { status: 202 };
});
afterEach(() => setPrivate("allow"));

function setPrivate(value: string | undefined): void {
  if (value === undefined) delete process.env.PROVISIONING_PRIVATE;
  else process.env.PROVISIONING_PRIVATE = value;
  forgetEnvironment();
}

const paidService = (name: string) => paidServiceOf(portal, name);
const queue = () => runBatch(sendOrdersJob, new Date());
const deliveries = async (serviceId: string) =>
  (await execute(await portal.as(AGENT), northwind, listDeliveries, { serviceId })).items;
const view = async (serviceId: string) => execute(await portal.as(OWNER), northwind, viewService, { serviceId });

describe("a paid service", () => {
  test("is sent to its provisioning system once, signed, under parallel workers", async () => {
    const serviceId = await paidService("hook-01.example");
    await Promise.all([queue(), queue(), queue()]);
    await Promise.all([deliverOrders(), deliverOrders(), deliverOrders()]);
    const own = received.filter(({ body }) => body.includes(serviceId));
    expect(own).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: "{}" }] = own;
    const [, time, signature] = /^t=(\d+),v1=(\w+)$/.exec(String(headers["portcullis-signature"])) ?? [];
    expect(signature).toBe(createHmac("sha256", key).update(`${time}.${body}`).digest("hex"));
    const message = JSON.parse(body);
    expect(message).toMatchObject({
      id: headers["portcullis-delivery"],
      event: "service.set-up",
      service: { id: serviceId, name: "hook-01.example", term: "month", needsLogins: true },
      product: { slug: "vps-m" },
      account: { number: "C-10042" },
    });
    expect(body).not.toMatch(/priceMinor|email/);
    expect(await deliveries(serviceId)).toMatchObject([{ status: "delivered", attempts: 1, responseStatus: 202 }]);
    expect(await view(serviceId)).toMatchObject({ settingUp: true });
  });

  test("is set up with the credentials of the answer, whose password is kept nowhere else", async () => {
    answer = { status: 200, body: JSON.stringify({ status: "active", logins: [login] }) };
    const serviceId = await paidService("hook-02.example");
    await queue();
    await deliverOrders();
    const { settingUp, logins } = await view(serviceId);
    expect([settingUp, logins?.map(({ label }) => label)]).toEqual([false, ["SSH"]]);
    const rows = await portal.owner.provisioningDelivery.findMany({ where: { serviceId } });
    const events = await portal.owner.auditEvent.findMany({ where: { targetId: serviceId } });
    expect(events.map(({ summary }) => summary)).toContain("Set up hook-02.example automatically");
    expect(JSON.stringify([rows, events])).not.toContain(login.secret);
  });

  test("is not sent if it was paid for before the system was connected, or staff set the product up", async () => {
    const serviceId = await paidService("hook-03.example");
    await portal.owner.service.update({ where: { id: serviceId }, data: { startedAt: addDays(new Date(), -1) } });
    const byHand = await paidService("hook-04.example");
    const product = { where: { slug: "vps-m" } };
    await portal.owner.product.update({ ...product, data: { setUpByHand: true } });
    await queue();
    await portal.owner.product.update({ ...product, data: { setUpByHand: false } });
    expect(await portal.owner.provisioningDelivery.count({ where: { serviceId: { in: [serviceId, byHand] } } })).toBe(
      0,
    );
  });
});

describe("a message that fails", () => {
  test("is sent again later, with a new signature and the same id, until it is accepted", async () => {
    answer = { status: 503, body: "busy" };
    const serviceId = await paidService("hook-05.example");
    await queue();
    const start = new Date();
    await deliverOrders({ now: () => start });
    expect(await deliveries(serviceId)).toMatchObject([
      {
        status: "queued",
        attempts: 1,
        responseStatus: 503,
        responseBody: "busy",
        error: "It answered with status 503.",
      },
    ]);
    await deliverOrders({ now: () => start });
    expect(await deliveries(serviceId)).toMatchObject([{ attempts: 1 }]);
    answer = { status: 200 };
    await deliverOrders({ now: () => addMinutes(start, 2) });
    expect(await deliveries(serviceId)).toMatchObject([{ status: "delivered", attempts: 2, error: null }]);
    const own = received.filter(({ body }) => body.includes(serviceId));
    expect(new Set(own.map(({ headers }) => headers["portcullis-delivery"])).size).toBe(1);
    expect(new Set(own.map(({ headers }) => headers["portcullis-signature"])).size).toBe(2);
  });

  test("follows no redirect, and can be sent again by staff", async () => {
    answer = { status: 307, headers: { location: "http://127.0.0.1:1/inside" } };
    const serviceId = await paidService("hook-06.example");
    await queue();
    await deliverOrders();
    expect(await deliveries(serviceId)).toMatchObject([{ status: "failed", error: expect.stringMatching(/redirect/) }]);
    answer = { status: 200 };
    const resend = async () => execute(await portal.as(AGENT), northwind, resendDelivery, { serviceId });
    await resend();
    expect((await problemOf(resend())).code).toBe("conflict");
    await deliverOrders();
    expect((await deliveries(serviceId)).map(({ status }) => status)).toEqual(["delivered", "failed"]);
  });

  test("calls no private address unless the setting allows it", async () => {
    setPrivate("refuse");
    const serviceId = await paidService("hook-07.example");
    await queue();
    await deliverOrders();
    expect(received).toEqual([]);
    expect(await deliveries(serviceId)).toMatchObject([{ error: expect.stringMatching(/private/) }]);
  });

  test("keeps no more than the beginning of an answer, however long it is", async () => {
    answer = { status: 400, body: "x".repeat(2_000_000) };
    const serviceId = await paidService("hook-08.example");
    await queue();
    await deliverOrders();
    const [delivery] = await deliveries(serviceId);
    expect([delivery?.status, delivery?.responseBody?.length]).toEqual(["failed", 4_000]);
  });
});

describe("an endpoint", () => {
  test.each([
    ["plain HTTP", "http://panel.example/"],
    ["another protocol", "ftp://panel.example/"],
    ["credentials in it", "https://me:secret@panel.example/"],
    ["no URL", "panel"],
  ])("is refused with %s", async (_, url) => {
    setPrivate("refuse");
    const manager = await portal.as("staff-manager@portcullis.example");
    const problem = await problemOf(execute(manager, null, createEndpoint, { name: "X", url }));
    expect(problem.extra.fields).toHaveProperty("url");
  });

  test("keeps its key from the application and from staff", async () => {
    for (const role of ["portcullis_app", "portcullis_staff"]) {
      const read = portal.owner.$transaction(async (tx) => {
        await tx.$executeRaw`select set_config('role', ${role}, true)`;
        return tx.$queryRaw`select "secret" from "ProvisioningEndpoint"`;
      });
      await expect(read).rejects.toThrow(/permission denied/);
    }
  });
});

describe("a service that was sent", () => {
  const changes = () => runBatch(sendChangesJob, new Date());
  const change = (id: string, data: object) => portal.owner.service.update({ where: { id }, data });
  const told = async (serviceId: string) => {
    await changes();
    await deliverOrders();
    return received
      .map(({ body }) => JSON.parse(body))
      .filter(({ service }) => service.id === serviceId)
      .map(({ event, service, product }) => [event, service.status, product.slug]);
  };
  async function running(name: string) {
    answer = { status: 200, body: JSON.stringify({ status: "active", logins: [login] }) };
    const serviceId = await paidService(name);
    await queue();
    await deliverOrders();
    expect(await told(serviceId)).toEqual([["service.set-up", "active", "vps-m"]]);
    received = [];
    return serviceId;
  }

  test("tells its system when it is suspended, restored, changed and cancelled, each once, signed", async () => {
    const serviceId = await running("told-01.example");
    await change(serviceId, { status: "suspended" });
    await Promise.all([changes(), changes(), changes()]);
    expect(await told(serviceId)).toEqual([["service.suspended", "suspended", "vps-m"]]);
    await change(serviceId, { status: "active" });
    await told(serviceId);
    const { id: productId } = await portal.owner.product.findUniqueOrThrow({ where: { slug: "vps-l" } });
    await change(serviceId, { productId });
    await told(serviceId);
    await change(serviceId, { status: "cancelled" });
    expect((await told(serviceId)).slice(1)).toEqual([
      ["service.unsuspended", "active", "vps-m"],
      ["service.changed", "active", "vps-l"],
      ["service.cancelled", "cancelled", "vps-l"],
    ]);
    for (const { headers, body } of received) {
      const [, time, signature] = /^t=(\d+),v1=(\w+)$/.exec(String(headers["portcullis-signature"])) ?? [];
      expect(signature).toBe(createHmac("sha256", key).update(`${time}.${body}`).digest("hex"));
    }
    expect(await told(serviceId)).toHaveLength(4);
    expect((await deliveries(serviceId)).map(({ event, status }) => [event, status])).toEqual([
      ["service.cancelled", "delivered"],
      ["service.changed", "delivered"],
      ["service.unsuspended", "delivered"],
      ["service.suspended", "delivered"],
      ["service.set-up", "delivered"],
    ]);
  });

  test("tells nothing of what is as it was by the time it is looked at, of a new name, or of a price", async () => {
    const serviceId = await running("told-02.example");
    await change(serviceId, { status: "suspended" });
    await change(serviceId, { status: "active" });
    await change(serviceId, { name: "told-02b.example", priceMinor: 1n });
    expect(await told(serviceId)).toEqual([]);
    expect(await portal.owner.service.count({ where: { toTell: true, id: serviceId } })).toBe(0);
  });

  test("tells one thing at a time: while a message is tried again, the next waits, and says how things are then", async () => {
    const serviceId = await running("told-03.example");
    answer = { status: 503 };
    await change(serviceId, { status: "suspended" });
    expect(await told(serviceId)).toHaveLength(1);
    await change(serviceId, { status: "active" });
    await change(serviceId, { status: "cancelled" });
    await changes();
    expect(await portal.owner.provisioningDelivery.count({ where: { serviceId } })).toBe(2);
    answer = { status: 202 };
    await deliverOrders({ now: () => addMinutes(new Date(), 2) });
    received = [];
    expect(await told(serviceId)).toEqual([["service.cancelled", "cancelled", "vps-m"]]);
  });

  test("can be told again by staff where its system refused, after eight attempts at most", async () => {
    const serviceId = await running("told-04.example");
    answer = { status: 400, body: "no" };
    await change(serviceId, { status: "suspended" });
    await told(serviceId);
    const caller = await portal.as(AGENT);
    const listed = await execute(caller, northwind, listDeliveries, { serviceId });
    expect(listed).toMatchObject({ canResend: true, items: [{ event: "service.suspended", status: "failed" }, {}] });
    answer = { status: 503 };
    await execute(caller, northwind, resendDelivery, { serviceId });
    received = [];
    const start = Date.now();
    for (let days = 0; days < 20; days += 1) await deliverOrders({ now: () => addDays(new Date(start), days) });
    expect(received).toHaveLength(8);
    answer = { status: 202 };
    await execute(caller, northwind, resendDelivery, { serviceId });
    expect((await told(serviceId)).at(-1)).toEqual(["service.suspended", "suspended", "vps-m"]);
    expect((await problemOf(execute(caller, northwind, resendDelivery, { serviceId }))).code).toBe("conflict");
  });

  test("isn't set up again by an answer to another message", async () => {
    const serviceId = await running("told-05.example");
    const logins = async () => portal.owner.serviceCredential.count({ where: { serviceId } });
    const before = await logins();
    await change(serviceId, { status: "suspended", settingUp: true });
    await told(serviceId);
    expect(await logins()).toBe(before);
    expect(await view(serviceId)).toMatchObject({ settingUp: true });
  });

  test("that staff set up by hand tells no system", async () => {
    const serviceId = await paidService("told-06.example");
    await change(serviceId, { status: "suspended" });
    expect(await told(serviceId)).toEqual([]);
    expect(await portal.owner.service.count({ where: { toTell: true, id: serviceId } })).toBe(0);
  });
});
