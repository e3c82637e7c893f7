import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { operations } from "@/lib/http/registry";
import { execute } from "@/lib/platform/operations/execute";
import { reset } from "@/lib/platform/operations/rate-limit";
import { addCredential } from "@/lib/services/login-details/add-credential";
import { listCredentials } from "@/lib/services/login-details/list-credentials";
import { listReveals } from "@/lib/services/login-details/list-reveals";
import { removeCredential } from "@/lib/services/login-details/remove-credential";
import { replaceCredential } from "@/lib/services/login-details/replace-credential";
import { revealCredential } from "@/lib/services/login-details/reveal-credential";
import { MOST_OF_A_SERVICE } from "@/lib/services/login-details/schema";
import { sendCredentials } from "@/lib/services/login-details/send-credentials";
import { viewService } from "@/lib/services/services/view-service";
import { buildService } from "@/prisma/seed/builders/service";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { restCall } from "@/tests/fixtures/rest-call";
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";

const given = { label: "SSH", username: "root", secret: "Kelp-31-Anchor", url: "ssh://a.example", note: "Port 2222" };

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const service = (changes: Partial<Parameters<typeof buildService>[2]> = {}) =>
  buildService(portal.owner, accountId, {
    product: "vps-s",
    name: "details.example",
    startedAt: new Date(),
    ...changes,
  });

const as = (email: string) => portal.as(email);
const add = async (serviceId: string, changes: Partial<typeof given> = {}) =>
  execute(await as(viewers.agent), accountId, addCredential, { serviceId, ...given, ...changes });
const reveal = async (email: string, serviceId: string, credentialId: string) =>
  execute(await as(email), accountId, revealCredential, { serviceId, credentialId });

describe("login details", () => {
  test("are entered, replaced and removed by staff, and the customer sees each state", async () => {
    const serviceId = await service();
    const { id, version } = await add(serviceId);
    expect(await reveal(viewers.support, serviceId, id)).toEqual(given);
    const agent = await as(viewers.agent);
    const newer = { ...given, secret: "Reef-32-Anchor", note: "" };
    await execute(agent, accountId, replaceCredential, { serviceId, credentialId: id, ...newer, version });
    expect(await reveal(viewers.owner, serviceId, id)).toEqual({ ...newer, note: null });
    const { items } = await execute(agent, accountId, listCredentials, { serviceId });
    expect(items).toEqual([{ id, label: "SSH", replacedAt: expect.any(String), version: 2 }]);
    await execute(agent, accountId, removeCredential, { serviceId, credentialId: id });
    expect((await problemOf(reveal(viewers.owner, serviceId, id))).code).toBe("not-found");
  });

  test("are replaced only as they were seen, once under parallel requests", async () => {
    const serviceId = await service();
    const { id: credentialId } = await add(serviceId);
    const agent = await as(viewers.agent);
    const attempts = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        execute(agent, accountId, replaceCredential, {
          serviceId,
          credentialId,
          ...given,
          secret: `${index}`,
          version: 1,
        }),
      ),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test(`of one service are at most ${MOST_OF_A_SERVICE}, whoever adds them at the same time`, async () => {
    const credentials = Array.from({ length: MOST_OF_A_SERVICE - 1 }, (_, index) => ({ ...given, label: `${index}` }));
    const serviceId = await service({ credentials });
    const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => add(serviceId)));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await portal.owner.serviceCredential.count({ where: { serviceId } })).toBe(MOST_OF_A_SERVICE);
  });

  test.each([
    ["label", { label: " " }],
    ["username", { username: "" }],
    ["secret", { secret: "" }],
    ["url", { url: "nowhere" }],
    ["url", { url: "javascript://panel.example/%0aalert(1)" }],
    ["url", { url: "data:text/html,<script>" }],
    ["note", { note: "x".repeat(1001) }],
  ])("with a wrong %s are refused at the field", async (field, changes) => {
    const serviceId = await service();
    const { code, extra } = await problemOf(add(serviceId, changes));
    expect([code, Object.keys(extra.fields ?? {})]).toEqual(["invalid", [field]]);
  });

  test.each([
    ["being set up", { settingUp: true }],
    ["pending", { status: "pending" as const }],
    ["cancelled", { status: "cancelled" as const, cancelledAt: new Date() }],
  ])("can't be added while the service is %s", async (_, changes) => {
    expect((await problemOf(add(await service(changes)))).code).toBe("conflict");
  });

  test("of another service or account are not found", async () => {
    const [mine, beside] = [await service(), await service()];
    const { id: credentialId } = await add(beside);
    const theirs = await portal.owner.service.findFirstOrThrow({ where: { accountId: portal.demo.globex.id } });
    const agent = await as(viewers.agent);
    for (const serviceId of [mine, theirs.id]) {
      for (const work of [
        () => execute(agent, accountId, replaceCredential, { serviceId, credentialId, ...given, version: 1 }),
        () => execute(agent, accountId, removeCredential, { serviceId, credentialId }),
        () => reveal(viewers.owner, serviceId, credentialId),
      ]) {
        expect((await problemOf(work())).code).toBe("not-found");
      }
    }
  });
});

describe("a reveal", () => {
  test("is shown to the owner with who, when and which, and is in the activity log", async () => {
    const serviceId = await service();
    const { id } = await add(serviceId);
    await reveal(viewers.support, serviceId, id);
    const owner = await as(viewers.owner);
    const { items } = await execute(owner, accountId, listReveals, { serviceId });
    const { name } = await portal.owner.contact.findFirstOrThrow({ where: { accountId, email: viewers.support } });
    expect(items).toEqual([
      { id: expect.any(String), at: expect.any(String), contactName: name, label: "SSH", byLink: false },
    ]);
    const log = await execute(owner, accountId, listActivity, { operation: "services.reveal" });
    expect(log.items[0]).toMatchObject({
      actorName: name,
      summary: "Revealed the SSH credentials for details.example",
    });
  });

  test("respects the services a contact is limited to", async () => {
    const serviceId = await service();
    const { id } = await add(serviceId);
    expect((await problemOf(reveal(viewers.custom, serviceId, id))).code).toBe("not-found");
    expect(await portal.owner.credentialReveal.count({ where: { serviceId } })).toBe(0);
  });

  test("is possible 60 times an hour", async () => {
    const serviceId = await service();
    const { id } = await add(serviceId);
    const caller = await as(viewers.administrator);
    const limit = { name: "reveal", points: 60, seconds: 3600 };
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: viewers.administrator } });
    await reset(limit, personId);
    const once = () => execute(caller, accountId, revealCredential, { serviceId, credentialId: id });
    for (let time = 0; time < 60; time++) await once();
    const { code, extra } = await problemOf(once());
    expect([code, Number(extra.retryAfter) > 3000]).toEqual(["too-many", true]);
    await reset(limit, personId);
  });

  test("is answered once and kept nowhere on the way", async () => {
    const serviceId = await service();
    const { id: credentialId } = await add(serviceId);
    const response = await restCall({
      operation: revealCredential,
      accountId,
      input: { serviceId, credentialId },
      cookie: await portal.cookie(viewers.support),
    });
    expect(response.headers.get("cache-control")).toContain("no-store");
    expect(await response.json()).toMatchObject({ secret: given.secret });
  });
});

/** Words that occur nowhere else, in all login details of the account. */
const MARKERS = {
  label: "Vetiver",
  username: "Quillwort",
  secret: "Calamus",
  url: "https://tansy.example",
  note: "Lovage",
};
const HIDDEN = ["Quillwort", "Calamus", "tansy", "Lovage"];

async function plantedService(): Promise<string> {
  const serviceId = await service();
  await add(serviceId, MARKERS);
  return serviceId;
}

/** The complete response of an operation, about the planted service wherever it takes one. */
async function answer(operation: (typeof operations)[number], email: string, serviceId: string): Promise<string> {
  const sample = (await samples[operation.name]?.({ portal, accountId, email })) ?? {};
  const { id: credentialId } = await portal.owner.serviceCredential.findFirstOrThrow({ where: { serviceId } });
  const about = { ...("serviceId" in sample && { serviceId }), ...("credentialId" in sample && { credentialId }) };
  const cookie = await portal.cookie(email);
  const response = await restCall({ operation, accountId, input: { ...sample, ...about }, cookie });
  return Buffer.from(await response.arrayBuffer()).toString("latin1");
}

const aboutServices = operations.filter(({ name }) => /^(services|provisioning|search|activity|exports)\./.test(name));

describe("nobody of staff reads login details back", () => {
  test.each(aboutServices.map((operation) => [operation.name, operation] as const))("with %s", async (_, operation) => {
    for (const email of [viewers.agent, viewers.manager]) {
      const text = await answer(operation, email, await plantedService());
      expect(HIDDEN.filter((word) => text.includes(word))).toEqual([]);
    }
  });
});

test("a contact with only billing finds nothing of them in services, search, activity and exports", async () => {
  const serviceId = await plantedService();
  for (const operation of aboutServices) {
    const text = await answer(operation, viewers.billing, serviceId);
    expect([operation.name, [...HIDDEN, "Vetiver"].filter((word) => text.includes(word))]).toEqual([
      operation.name,
      [],
    ]);
  }
});

test("the page of a service has nothing but labels before they are revealed", async () => {
  const serviceId = await plantedService();
  const seen = JSON.stringify(await execute(await as(viewers.owner), accountId, viewService, { serviceId }));
  expect(seen).toContain("Vetiver");
  expect(HIDDEN.filter((word) => seen.includes(word))).toEqual([]);
});

test("no secret is in a log entry, a mail, a kept answer, or readable in the database", async () => {
  const serviceId = await service();
  const secret = "Sorrel-Never-Stored-91";
  const { id: credentialId, version } = await add(serviceId, { secret });
  const agent = await as(viewers.agent);
  const again = { serviceId, credentialId, ...given, secret: `${secret}-b`, version };
  await execute(agent, accountId, replaceCredential, again);
  await execute(agent, accountId, sendCredentials, { serviceId }, { idempotencyKey: crypto.randomUUID() });
  await reveal(viewers.owner, serviceId, credentialId);
  const stored = await Promise.all([
    portal.owner.auditEvent.findMany({ where: { targetId: serviceId } }),
    portal.owner.outboxMail.findMany({ where: { accountId } }),
    portal.owner.idempotencyKey.findMany(),
    portal.owner.serviceCredential.findMany({ where: { serviceId } }),
    portal.owner.credentialReveal.findMany({ where: { serviceId } }),
    portal.owner.credentialLink.findMany({ where: { serviceId } }),
  ]);
  expect(stored.every(({ length }) => length > 0)).toBe(true);
  expect(JSON.stringify(stored)).not.toContain("Sorrel");
});
