import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { revealCredential } from "@/lib/services/login-details/reveal-credential";
import { listServices } from "@/lib/services/services/list-services";
import { viewService } from "@/lib/services/services/view-service";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: string;

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
afterAll(() => portal.close());

/** Everything the person is told of services: both pages of the list, and every service there is. */
async function allOf(email: string) {
  const caller = await portal.as(email);
  const list = await execute(caller, northwind, listServices, {});
  const details = [];
  for (const { id } of list.items) {
    details.push(await execute(caller, northwind, viewService, { serviceId: id }));
  }
  return { list, details };
}

const secretsOfNorthwind = async () => {
  const { northwind: demo } = portal.demo;
  const rows = await portal.owner.serviceCredential.findMany({ where: { accountId: demo.id } });
  expect(rows.length).toBeGreaterThan(5);
  return rows.flatMap(({ secret, username, url }) => [secret, username, url ?? username]);
};

describe("services", () => {
  it("show support their credentials by label, and no amount in any field", async () => {
    const { list, details } = await allOf("support@northwind.example");
    expect(details.length).toBeGreaterThan(5);
    const text = JSON.stringify({ list, details });
    expect(text).not.toMatch(/price|amount|minor|currency|interval|\bEUR\b|€/i);
    const prices = await portal.owner.service.findMany({
      where: { accountId: northwind },
      select: { priceMinor: true },
    });
    expect(prices.length).toBeGreaterThan(5);
    for (const { priceMinor } of prices) expect(text).not.toContain(`:${priceMinor}`);
    expect(details.find(({ id }) => id === portal.demo.northwind.services.web1)?.logins).toEqual([
      { id: expect.any(String), label: "Control panel" },
      { id: expect.any(String), label: "SSH" },
    ]);
  });

  it("show billing their price, and no credentials", async () => {
    const { list, details } = await allOf("billing@northwind.example");
    expect(details.length).toBeGreaterThan(5);
    for (const one of [...list.items, ...details]) expect(one.price?.amountMinor).toBeGreaterThan(0);
    const text = JSON.stringify({ list, details });
    expect(text).not.toMatch(/logins|credential|secret|password|username/i);
    for (const secret of await secretsOfNorthwind()) expect(text).not.toContain(`"${secret}"`);
  });

  it("are sorted by price only for viewers who see prices", async () => {
    const sortedAs = async (email: string, by: "price" | "name" = "price") =>
      execute(await portal.as(email), northwind, listServices, { sort: by });
    expect(await problemOf(sortedAs("support@northwind.example"))).toMatchObject({
      code: "refused",
      extra: { permission: "billing.prices.view" },
    });
    expect((await sortedAs("support@northwind.example", "name")).items.length).toBeGreaterThan(5);
    const { items } = await sortedAs("billing@northwind.example");
    const prices = items.map(({ price }) => price?.amountMinor ?? 0);
    expect(prices.length).toBeGreaterThan(5);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });

  it("mention an unpaid invoice only to viewers who can see it", async () => {
    const { web1 } = portal.demo.northwind.services;
    const stopped = { status: "suspended", suspendedForDebt: true } as const;
    await portal.owner.service.update({ where: { id: web1 }, data: stopped });
    const seen = async (name: string) =>
      execute(await portal.as(`${name}@northwind.example`), northwind, viewService, { serviceId: web1 });
    expect(await seen("owner")).toMatchObject({ status: "suspended", stoppedForDebt: true });
    expect(await seen("billing")).toMatchObject({ status: "suspended", stoppedForDebt: true });
    const support = await seen("support");
    expect(support.status).toBe("suspended");
    expect(JSON.stringify(support)).not.toMatch(/debt/i);
    await portal.owner.service.update({ where: { id: web1 }, data: { status: "active", suspendedForDebt: false } });
    expect(await seen("owner")).toMatchObject({ status: "active", stoppedForDebt: false });
  });

  it("never contain a username, URL or secret before they are revealed", async () => {
    for (const email of ["owner@northwind.example", "administrator@northwind.example", "support@northwind.example"]) {
      const seen = await allOf(email);
      expect(seen.details.length).toBeGreaterThan(5);
      const text = JSON.stringify(seen);
      for (const secret of await secretsOfNorthwind()) expect(text).not.toContain(`"${secret}"`);
    }
  });

  it("are only those a contact is limited to", async () => {
    const { services } = portal.demo.northwind;
    const { list, details } = await allOf("custom@northwind.example");
    expect(new Set(list.items.map(({ id }) => id))).toEqual(new Set([services.web1, services.staging]));
    expect(list.total).toBe(2);
    expect(list.families).toEqual(["Virtual servers"]);
    expect(JSON.stringify(details)).not.toMatch(/price|amount|currency/i);
    const caller = await portal.as("custom@northwind.example");
    const hidden = await problemOf(execute(caller, northwind, viewService, { serviceId: services.db }));
    expect(hidden.code).toBe("not-found");
  });

  it("are found by status, family and part of a name", async () => {
    const caller = await portal.as("owner@northwind.example");
    const names = async (input: object) =>
      (await execute(caller, northwind, listServices, input)).items.map(({ name }) => name);
    expect(await names({ status: "suspended" })).toEqual(["staging.northwind.example"]);
    expect(await names({ family: "Storage" })).toEqual(["Nightly backups"]);
    expect(await names({ q: "POSTGRES" })).toEqual(["orders-db.northwind.example"]);
    expect(await names({ q: "web-0_" })).toEqual([]);
    expect(await names({ q: "web-", status: "active" })).toHaveLength(2);
  });
});

describe("credentials", () => {
  const loginOf = async (serviceId: string) => {
    const row = await portal.owner.serviceCredential.findFirstOrThrow({
      where: { serviceId },
      orderBy: { label: "desc" },
    });
    return { serviceId, credentialId: row.id };
  };

  it("are revealed one by one, and each time is logged without the secret", async () => {
    const { web1 } = portal.demo.northwind.services;
    const input = await loginOf(web1);
    const caller = await portal.as("support@northwind.example");
    const before = new Date();
    const login = await execute(caller, northwind, revealCredential, input);
    expect(login).toEqual({
      label: "SSH",
      username: "root",
      secret: "Kiln-Harbor-27-Otter",
      url: "ssh://web-01.northwind.example",
      note: null,
    });
    const [event, ...more] = await portal.owner.auditEvent.findMany({
      where: { accountId: northwind, operation: "services.reveal-credential", at: { gte: before } },
    });
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      outcome: "done",
      actorContactId: portal.demo.northwind.contacts.support,
      targetId: web1,
    });
    expect(JSON.stringify(event)).not.toContain("Kiln-Harbor");
  });

  it("are encrypted in the database", async () => {
    const rows = await portal.owner.serviceCredential.findMany();
    expect(rows.length).toBeGreaterThan(5);
    for (const { secret } of rows) {
      const bytes = Buffer.from(secret, "base64").toString("latin1");
      expect(secret + bytes).not.toMatch(/Otter|Finch|Wren|Heron|Lynx|Crane|Stork/);
    }
  });

  it("are denied to billing, and the attempt is logged", async () => {
    const caller = await portal.as("billing@northwind.example");
    const input = await loginOf(portal.demo.northwind.services.web1);
    const problem = await problemOf(execute(caller, northwind, revealCredential, input));
    expect(problem).toMatchObject({ code: "refused", extra: { permission: "services.credentials.view" } });
    const denied = await portal.owner.auditEvent.count({
      where: {
        operation: "services.reveal-credential",
        outcome: "denied",
        actorContactId: portal.demo.northwind.contacts.billing,
      },
    });
    expect(denied).toBe(1);
  });

  it("are not found for a contact limited to other services, nor through another service or account", async () => {
    const { services } = portal.demo.northwind;
    const ofDb = await loginOf(services.db);
    const limited = await portal.as("custom@northwind.example");
    const owner = await portal.as("owner@northwind.example");
    const ofGlobex = await loginOf(portal.demo.globex.serviceId);
    const attempts = [
      execute(limited, northwind, revealCredential, ofDb),
      execute(limited, northwind, revealCredential, { ...ofDb, serviceId: services.web1 }),
      execute(owner, northwind, revealCredential, { ...ofDb, serviceId: services.web1 }),
      execute(owner, northwind, revealCredential, ofGlobex),
    ];
    for (const { code } of await Promise.all(attempts.map(problemOf))) expect(code).toBe("not-found");
  });
});
