import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearUp } from "@/lib/jobs/clear-up";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { reset } from "@/lib/platform/operations/rate-limit";
import { listCredentials } from "@/lib/services/login-details/list-credentials";
import { listReveals } from "@/lib/services/login-details/list-reveals";
import { replaceCredential } from "@/lib/services/login-details/replace-credential";
import { revealByLink } from "@/lib/services/login-details/reveal-by-link";
import { sendCredentials } from "@/lib/services/login-details/send-credentials";
import { viewCredentialLink } from "@/lib/services/login-details/view-credential-link";
import { cancelService } from "@/lib/services/services/cancel-service";
import { completeSetUp } from "@/lib/services/services/complete-set-up";
import { buildService } from "@/prisma/seed/builders/service";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { whileHeld } from "@/tests/fixtures/while-held";
import { viewers } from "@/tests/operations/viewers";
import { buildLoginLink } from "./arrange";

const login = { label: "SSH", username: "root", secret: "Kelp-31-Anchor" };

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
    name: `links-${crypto.randomUUID().slice(0, 8)}.example`,
    startedAt: new Date(),
    credentials: [login],
    ...changes,
  });

const contactOf = (email: string) =>
  portal.owner.contact.findFirstOrThrow({ where: { accountId, email, status: { not: "removed" } } });

async function linkFor(email: string, expiresAt = addDays(new Date(), 7)) {
  const serviceId = await service();
  const { id: contactId } = await contactOf(email);
  return {
    serviceId,
    contactId,
    token: await buildLoginLink(portal.owner, { accountId, serviceId, contactId, expiresAt }),
  };
}

const view = async (email: string, token: string) =>
  execute(await portal.as(email), accountId, viewCredentialLink, { token });
const use = async (email: string, token: string) => execute(await portal.as(email), accountId, revealByLink, { token });

const mailsAbout = (name: string) =>
  portal.owner.outboxMail.findMany({
    where: { accountId, subject: { contains: name } },
    orderBy: { toAddress: "asc" },
  });

const tokenIn = (text: string): string => /login-link\/([\w-]{43})/.exec(text)?.[1] ?? "";

describe("completing a set-up", () => {
  test("sends those who may view the credentials a link of their own, and others the notification without one", async () => {
    const serviceId = await service({ credentials: [], settingUp: true });
    const { name } = await portal.owner.service.findUniqueOrThrow({ where: { id: serviceId } });
    const input = { serviceId, logins: [login], version: 1 };
    await execute(await portal.as(viewers.agent), accountId, completeSetUp, input);
    const mails = await mailsAbout(name);
    const linked = mails.filter(({ template }) => template === "login-link");
    const addresses = linked.map(({ toAddress }) => toAddress);
    expect(addresses).toEqual(expect.arrayContaining([viewers.owner, viewers.administrator, viewers.support]));
    for (const email of [viewers.billing, viewers.custom]) expect(addresses).not.toContain(email);
    expect(new Set(mails.map(({ toAddress }) => toAddress)).size).toBe(mails.length);
    expect(new Set(linked.map(({ html }) => tokenIn(html))).size).toBe(linked.length);
    for (const mail of mails) expect(JSON.stringify(mail)).not.toMatch(/Kelp|link\.invalid/);
    const own = linked.find(({ toAddress }) => toAddress === viewers.support);
    expect(tokenIn(own?.text ?? "")).toBe(tokenIn(own?.html ?? ""));
    expect(await use(viewers.support, tokenIn(own?.html ?? ""))).toMatchObject({ logins: [login] });
  });
});

describe("a link", () => {
  test("shows a page that changes nothing, reveals once, and then says that it was used", async () => {
    const { token, serviceId } = await linkFor(viewers.support);
    for (let time = 0; time < 3; time++) expect(await view(viewers.support, token)).toMatchObject({ state: "open" });
    expect(await use(viewers.support, token)).toEqual({
      service: { id: serviceId, name: expect.any(String) },
      logins: [{ ...login, url: null, note: null }],
    });
    expect(await view(viewers.support, token)).toMatchObject({ state: "used" });
    expect((await problemOf(use(viewers.support, token))).detail).toMatch(/^This link has been used\./);
    const { items } = await execute(await portal.as(viewers.owner), accountId, listReveals, { serviceId });
    expect(items).toMatchObject([{ label: "SSH", byLink: true }]);
  });

  test("used 50 times at once reveals once", async () => {
    const { token, serviceId } = await linkFor(viewers.both);
    const caller = await portal.as(viewers.both);
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, () => execute(caller, accountId, revealByLink, { token })),
    );
    const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(answers.length - refused.length).toBe(1);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["conflict"]));
    expect(await portal.owner.credentialReveal.count({ where: { serviceId } })).toBe(1);
    const { id } = await portal.owner.person.findUniqueOrThrow({ where: { email: viewers.both } });
    await reset({ name: "reveal", points: 60, seconds: 3600 }, id);
  });

  test("is for one person: others on the account can't use it, and nobody else finds it", async () => {
    const { token } = await linkFor(viewers.support);
    expect(await view(viewers.owner, token)).toMatchObject({ state: "someone-else's" });
    expect((await problemOf(use(viewers.owner, token))).code).toBe("not-found");
    expect((await problemOf(use(viewers.custom, token))).code).toBe("not-found");
    expect((await problemOf(use(viewers.billing, token))).code).toBe("refused");
    expect((await problemOf(use(viewers.agent, token))).code).toBe("refused");
    expect((await problemOf(use("owner@globex.example", token))).code).toBe("not-found");
    const anonymous = { credential: null, via: "page", ip: "192.0.2.1" } as const;
    expect((await problemOf(execute(anonymous, accountId, revealByLink, { token }))).code).toBe("not-signed-in");
    expect(await view(viewers.support, token)).toMatchObject({ state: "open" });
  });

  test("expires", async () => {
    const { token } = await linkFor(viewers.support, new Date(Date.now() - 1));
    expect(await view(viewers.support, token)).toMatchObject({ state: "expired" });
    expect((await problemOf(use(viewers.support, token))).detail).toMatch(/^This link has expired\./);
  });

  test("is kept as a hash, and cleared away a month after it expired", async () => {
    const { token, serviceId } = await linkFor(viewers.support, addDays(new Date(), -29));
    expect(JSON.stringify(await portal.owner.credentialLink.findMany({ where: { serviceId } }))).not.toContain(token);
    await clearUp(new Date());
    expect(await portal.owner.credentialLink.count({ where: { serviceId } })).toBe(1);
    await clearUp(addDays(new Date(), 2));
    expect(await portal.owner.credentialLink.count({ where: { serviceId } })).toBe(0);
  });

  test("ends when the credentials are replaced", async () => {
    const { token, serviceId } = await linkFor(viewers.support);
    const { id: credentialId } = await portal.owner.serviceCredential.findFirstOrThrow({ where: { serviceId } });
    const newer = { serviceId, credentialId, ...login, secret: "Reef-32", version: 1 };
    await execute(await portal.as(viewers.agent), accountId, replaceCredential, newer);
    expect(await view(viewers.support, token)).toMatchObject({ state: "replaced" });
    expect((await problemOf(use(viewers.support, token))).code).toBe("conflict");
  });

  test("ends when a newer one is sent, which staff see", async () => {
    const { token, serviceId, contactId } = await linkFor(viewers.support);
    const agent = await portal.as(viewers.agent);
    const key = { idempotencyKey: crypto.randomUUID() };
    const { sent } = await execute(agent, accountId, sendCredentials, { serviceId }, key);
    expect(sent).toBeGreaterThan(1);
    expect(await view(viewers.support, token)).toMatchObject({ state: "replaced" });
    const { links } = await execute(agent, accountId, listCredentials, { serviceId });
    expect(links.filter(({ state }) => state === "open")).toHaveLength(sent);
    const open = { serviceId, contactId, usedAt: null, revokedAt: null };
    expect(await portal.owner.credentialLink.count({ where: open })).toBe(1);
  });

  test("is sent once to each person by parallel requests, the last of which counts", async () => {
    const serviceId = await service();
    const agent = await portal.as(viewers.agent);
    const send = () =>
      execute(agent, accountId, sendCredentials, { serviceId }, { idempotencyKey: crypto.randomUUID() });
    await Promise.all([send(), send(), send()]);
    const open = await portal.owner.credentialLink.findMany({ where: { serviceId, usedAt: null, revokedAt: null } });
    expect(new Set(open.map(({ contactId }) => contactId)).size).toBe(open.length);
  });

  test("ends when the service is cancelled", async () => {
    const { token, serviceId } = await linkFor(viewers.support);
    const { name } = await portal.owner.service.findUniqueOrThrow({ where: { id: serviceId } });
    const input = { serviceId, confirmName: name, when: "now" as const, version: 1 };
    await execute(await portal.as(viewers.owner), accountId, cancelService, input);
    expect(await view(viewers.support, token)).toMatchObject({ state: "replaced" });
  });

  test.each([
    ["is suspended", { status: "suspended" as const }, { status: "active" as const }],
    ["is limited to other services", { limitedToServices: true }, { limitedToServices: false }],
  ])("ends when its person %s, and stays ended when that is over", async (_, lost, back) => {
    const { token, contactId } = await linkFor(viewers.support);
    await portal.owner.contact.update({ where: { id: contactId }, data: lost });
    const { code } = await problemOf(use(viewers.support, token));
    expect(["refused", "not-found"]).toContain(code);
    await portal.owner.contact.update({ where: { id: contactId }, data: back });
    expect(await view(viewers.support, token)).toMatchObject({ state: "replaced" });
  });

  test("reveals nothing to someone who loses access while it is being used", async () => {
    const { token, serviceId, contactId } = await linkFor(viewers.support);
    const caller = await portal.as(viewers.support);
    const used = whileHeld(portal.owner, {
      // What is kept of a reveal names its person.
      hold: (tx) => tx.$queryRaw`select 1 from "Contact" where "id" = ${contactId}::uuid for update`,
      work: () => execute(caller, accountId, revealByLink, { token }),
      meanwhile: (tx) => tx.contactRole.deleteMany({ where: { contactId, role: "support" } }),
    });
    expect((await problemOf(used)).code).toBe("refused");
    expect(await portal.owner.credentialReveal.count({ where: { serviceId } })).toBe(0);
    await portal.owner.contactRole.create({ data: { accountId, contactId, role: "support", givenByName: "test" } });
  });
});

test("a link that ends while it is about to be used says so", async () => {
  const { token, serviceId, contactId } = await linkFor(viewers.support);
  const caller = await portal.as(viewers.support);
  const used = whileHeld(portal.owner, {
    hold: (tx) => tx.$queryRaw`select 1 from "CredentialLink" where "contactId" = ${contactId}::uuid for update`,
    work: () => execute(caller, accountId, revealByLink, { token }),
    meanwhile: (tx) => tx.credentialLink.updateMany({ where: { serviceId }, data: { revokedAt: new Date() } }),
  });
  expect((await problemOf(used)).detail).toMatch(/^This link no longer works\./);
});

describe("sending links", () => {
  test("is refused without credentials", async () => {
    const serviceId = await service({ credentials: [] });
    const key = { idempotencyKey: crypto.randomUUID() };
    const agent = await portal.as(viewers.agent);
    const { code } = await problemOf(execute(agent, accountId, sendCredentials, { serviceId }, key));
    expect(code).toBe("conflict");
  });

  test("leaves out who turned off service notifications or may not view the credentials", async () => {
    const serviceId = await service();
    const { id, noticesOff } = await contactOf(viewers.support);
    await portal.owner.contact.update({ where: { id }, data: { noticesOff: ["notices.services.receive"] } });
    const key = { idempotencyKey: crypto.randomUUID() };
    await execute(await portal.as(viewers.agent), accountId, sendCredentials, { serviceId }, key);
    await portal.owner.contact.update({ where: { id }, data: { noticesOff } });
    const links = await portal.owner.credentialLink.findMany({ where: { serviceId }, include: { contact: true } });
    const addresses = links.map(({ contact }) => contact.email);
    expect(addresses).toContain(viewers.owner);
    for (const email of [viewers.support, viewers.billing, viewers.custom]) expect(addresses).not.toContain(email);
  });
});
