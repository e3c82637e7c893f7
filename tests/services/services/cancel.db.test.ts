import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { orderService } from "@/lib/services/orders/order-service";
import { cancelService } from "@/lib/services/services/cancel-service";
import { previewCancellation } from "@/lib/services/services/preview-cancellation";
import { renameService } from "@/lib/services/services/rename-service";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildService } from "@/prisma/seed/builders/service";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { withoutTokens } from "@/tests/fixtures/without-tokens";

const NAME = "doomed.northwind.example";
const OWNER = "owner@northwind.example";

let portal: TestPortal;
let northwind: string;
let serviceId: string;

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
beforeEach(async () => {
  await portal.owner.outboxMail.deleteMany();
  serviceId = await buildService(portal.owner, northwind, {
    product: "vps-s",
    name: NAME,
    startedAt: new Date("2026-01-01T00:00:00Z"),
    credentials: [{ label: "SSH", username: "root", secret: "Quartz-Pepper-11-Swift" }],
  });
});
afterAll(() => portal.close());

const now = () => portal.owner.service.findUniqueOrThrow({ where: { id: serviceId } });
const cancel = async (email: string, changes: object = {}) =>
  execute(await portal.as(email), northwind, cancelService, { serviceId, confirmName: NAME, version: 1, ...changes });

describe("cancelling", () => {
  it("ends the service immediately, deletes its credentials and notifies service contacts", async () => {
    await expect(cancel(OWNER, { reason: "Moved to web-02" })).resolves.toEqual({
      id: serviceId,
      status: "cancelled",
      endsAt: null,
      version: 2,
    });
    expect(await now()).toMatchObject({
      status: "cancelled",
      cancelReason: "Moved to web-02",
      renewsAt: null,
      version: 2,
      cancelledAt: expect.any(Date),
    });
    expect(await portal.owner.serviceCredential.count({ where: { serviceId } })).toBe(0);
    const mails = await portal.owner.outboxMail.findMany({ orderBy: { toAddress: "asc" } });
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([
      "administrator@northwind.example",
      "billing-support@northwind.example",
      "owner@northwind.example",
      "support@northwind.example",
    ]);
    for (const { kind, html } of mails) {
      expect(kind).toBe("services");
      expect(withoutTokens(html)).not.toMatch(/€|EUR|12\.90/);
    }
  });

  it.each(["administrator", "billing", "support", "billing-support", "custom"])("is refused to %s", async (who) => {
    const email = `${who}@northwind.example`;
    const caller = await portal.as(email);
    const attempts = [cancel(email), execute(caller, northwind, previewCancellation, { serviceId })];
    for (const problem of await Promise.all(attempts.map(problemOf))) {
      expect(problem).toMatchObject({ code: "refused", extra: { permission: "services.cancel" } });
    }
    expect(await now()).toMatchObject({ status: "active", version: 1 });
  });

  it("is denied even to a contact with a stored grant", async () => {
    await buildContact(portal.owner, northwind, {
      email: "usurper@northwind.example",
      name: "Uwe Usurper",
      roles: ["administrator"],
      permissions: [{ permission: "services.cancel" }],
    });
    expect((await problemOf(cancel("usurper@northwind.example"))).code).toBe("refused");
    expect((await now()).status).toBe("active");
  });

  it.each(["", "doomed", "Doomed.northwind.example", `${NAME} `, NAME.replace("o", "ο")])(
    "does not take “%s” for the name",
    async (confirmName) => {
      const problem = await problemOf(cancel(OWNER, { confirmName }));
      expect(problem).toMatchObject({ code: "invalid", extra: { fields: { confirmName: [expect.any(String)] } } });
      expect((await now()).status).toBe("active");
    },
  );

  it("is rejected if the service has changed since it was read", async () => {
    const caller = await portal.as(OWNER);
    await execute(caller, northwind, renameService, { serviceId, name: "kept.northwind.example", version: 1 });
    const problem = await problemOf(cancel(OWNER, { confirmName: "kept.northwind.example" }));
    expect(problem.code).toBe("conflict");
    expect(await now()).toMatchObject({ status: "active", version: 2 });
    expect(await portal.owner.serviceCredential.count({ where: { serviceId } })).toBe(1);
  });

  it("happens once under parallel requests", async () => {
    const caller = await portal.as(OWNER);
    const input = { serviceId, confirmName: NAME, version: 1 };
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => execute(caller, northwind, cancelService, input)),
    );
    const failed = results.filter((result) => result.status === "rejected");
    expect(failed).toHaveLength(9);
    for (const { reason } of failed) expect(reason).toMatchObject({ code: "conflict" });
    expect(await now()).toMatchObject({ status: "cancelled", version: 2 });
    expect(await portal.owner.outboxMail.count({ where: { toAddress: OWNER } })).toBe(1);
    expect((await problemOf(cancel(OWNER, { version: 2 }))).code).toBe("conflict");
  });

  it("of another account's service answers not found", async () => {
    const foreign = { serviceId: portal.demo.globex.serviceId, confirmName: "lab-01.globex.example" };
    expect((await problemOf(cancel(OWNER, foreign))).code).toBe("not-found");
  });

  it("cancels the order of a service that is still pending", async () => {
    const caller = await portal.as(OWNER);
    const { id: productId } = await portal.owner.product.findUniqueOrThrow({ where: { slug: "vps-s" } });
    const wanted = { productId, name: "pending.northwind.example", term: "month" as const };
    const order = await execute(caller, northwind, orderService, wanted);
    await cancel(OWNER, { serviceId: order.serviceId, confirmName: wanted.name });
    const withInvoice = { where: { id: order.id }, include: { invoice: true } };
    expect(await portal.owner.order.findUniqueOrThrow(withInvoice)).toMatchObject({
      status: "cancelled",
      invoice: { status: expect.stringMatching(/^(void|paid)$/) },
    });
  });

  it("previews its consequences", async () => {
    const caller = await portal.as(OWNER);
    const { contacts } = portal.demo.northwind;
    await portal.owner.contactService.deleteMany({ where: { contactId: contacts.custom } });
    await portal.owner.contactService.create({ data: { accountId: northwind, contactId: contacts.custom, serviceId } });
    await portal.owner.ticket.updateMany({
      where: { accountId: northwind, status: "open", subject: { startsWith: "web-02 returns 502" } },
      data: { serviceId },
    });
    expect(await execute(caller, northwind, previewCancellation, { serviceId })).toMatchObject({
      name: NAME,
      status: "active",
      version: 1,
      loginCount: 1,
      openTicketCount: 1,
      limitedContacts: ["Jun Watanabe"],
    });
    // Told of this one service, and of no other.
    await cancel(OWNER);
    const told = await portal.owner.outboxMail.findMany({ where: { toAddress: "custom@northwind.example" } });
    expect(told.map(({ subject }) => subject)).toEqual([`${NAME} was cancelled`]);
  });
});

describe("renaming", () => {
  const rename = async (email: string, name: string, version: number) =>
    execute(await portal.as(email), northwind, renameService, { serviceId, name, version });

  it("increments the version, and lets one of many parallel requests win", async () => {
    const caller = await portal.as("administrator@northwind.example");
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        execute(caller, northwind, renameService, { serviceId, name: `name-${index}`, version: 1 }),
      ),
    );
    const won = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(won).toHaveLength(1);
    expect(await now()).toMatchObject({ name: won[0]?.name, version: 2 });
  });

  it("is denied to billing and support, and not found for another account's service", async () => {
    for (const who of ["billing", "support", "billing-support"]) {
      const problem = await problemOf(rename(`${who}@northwind.example`, "mine now", 1));
      expect(problem).toMatchObject({ code: "refused", extra: { permission: "services.manage" } });
    }
    const caller = await portal.as(OWNER);
    const foreign = { serviceId: portal.demo.globex.serviceId, name: "mine now", version: 1 };
    expect((await problemOf(execute(caller, northwind, renameService, foreign))).code).toBe("not-found");
  });
});
