import { afterAll, beforeAll, expect, it } from "vitest";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { changePassword } from "@/lib/identity/profile/change-password";
import { createToken } from "@/lib/identity/tokens/create-token";
import { listHeldPermissions } from "@/lib/identity/tokens/list-held-permissions";
import { listTokens } from "@/lib/identity/tokens/list-tokens";
import { revokeToken } from "@/lib/identity/tokens/revoke-token";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let me: Caller;
let northwind: string;
beforeAll(async () => {
  portal = await testPortal();
  me = await portal.as("billing-support@northwind.example");
  northwind = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const callerOf = (token: string): Caller => ({
  credential: { by: "token", hash: hashToken(token) },
  via: "token",
  ip: "192.0.2.70",
});

async function made(permissions: string[], by: Caller = me) {
  const made = await execute(by, null, createToken, { name: "deploy", permissions });
  return { ...made, caller: callerOf(made.token) };
}

it("an API token allows the chosen permissions and nothing else its person may do", async () => {
  const { caller } = await made(["billing.invoices.view"]);
  expect((await execute(caller, northwind, listInvoices, {})).total).toBeGreaterThan(0);
  expect((await execute(me, northwind, listTickets, {})).total).toBeGreaterThan(0);
  expect((await problemOf(execute(caller, northwind, listTickets, {}))).code).toBe("refused");
  expect((await problemOf(execute(caller, null, listTokens, {}))).code).toBe("refused");
});

it("an API token is stored as a hash and listed by its prefix", async () => {
  const { id, token, name } = await made(["billing.invoices.view"]);
  const { items } = await execute(me, null, listTokens, {});
  expect(items.find((one) => one.id === id)).toMatchObject({ name, prefix: token.slice(0, 8), expired: false });
  const everything = JSON.stringify([
    items,
    await portal.owner.apiToken.findMany(),
    await portal.owner.auditEvent.findMany(),
  ]);
  expect(everything).not.toContain(token);
});

it("an API token is created once per idempotency key, and its secret is never replayed", async () => {
  const input = { name: "once", permissions: ["billing.invoices.view"] };
  const options = { idempotencyKey: "make-it-once" };
  const { token } = await execute(me, null, createToken, input, options);
  expect((await problemOf(execute(me, null, createToken, input, options))).code).toBe("conflict");
  expect(JSON.stringify(await portal.owner.idempotencyKey.findMany())).not.toContain(token);
  expect(await portal.owner.apiToken.count({ where: { name: "once" } })).toBe(1);
});

it("an API token cannot have permissions its person does not hold anywhere", async () => {
  const { items } = await execute(me, null, listHeldPermissions, {});
  const held = items.map(({ permission }) => permission);
  expect(held).toContain("support.tickets.open");
  expect(held).not.toContain("people.roles.change");
  const beyond = await problemOf(made(["people.roles.change"]));
  expect(beyond.extra.fields).toHaveProperty("permissions");
  expect((await problemOf(made(["no.such.permission"]))).code).toBe("invalid");
});

it("an API token cannot grant more than it has", async () => {
  const { caller } = await made(["profile.manage", "billing.invoices.view"]);
  expect((await problemOf(made(["support.tickets.view"], caller))).code).toBe("invalid");
  await made(["billing.invoices.view"], caller);
});

it("API tokens created at the same time stay within the limit of fifty", async () => {
  const other = await portal.as("custom@northwind.example");
  const { items } = await execute(other, null, listHeldPermissions, {});
  const personId = (await portal.owner.person.findUniqueOrThrow({ where: { email: "custom@northwind.example" } })).id;
  const held = Array.from({ length: 48 }, (_, index) => ({
    personId,
    name: `held ${index}`,
    tokenHash: hashToken(`held-${index}`),
    prefix: "held",
    permissions: [],
    expiresAt: addDays(new Date(), 1),
  }));
  await portal.owner.apiToken.createMany({ data: held });
  const permissions = [items[0]?.permission ?? ""];
  const answers = await Promise.allSettled(
    Array.from({ length: 6 }, () => execute(other, null, createToken, { name: "at once", permissions })),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(await portal.owner.apiToken.count({ where: { personId, name: "at once" } })).toBe(2);
});

it("an API token cannot create one that outlives it", async () => {
  const { id, caller } = await made(["profile.manage"]);
  const expiresAt = addDays(new Date(), 2);
  await portal.owner.apiToken.update({ where: { id }, data: { expiresAt } });
  const make = (days: number) =>
    execute(caller, null, createToken, { name: "next", permissions: ["profile.manage"], days });
  expect((await make(365)).expiresAt).toBe(expiresAt.toISOString());
  expect(Date.parse((await make(1)).expiresAt)).toBeLessThan(expiresAt.getTime());
});

it("an API token loses what its person loses, on its next request", async () => {
  const { caller } = await made(["billing.invoices.view", "support.tickets.view"]);
  await execute(caller, northwind, listTickets, {});
  const where = {
    contact: { email: "billing-support@northwind.example", accountId: northwind },
    role: "support" as const,
  };
  const role = await portal.owner.contactRole.findFirstOrThrow({ where });
  await portal.owner.contactRole.delete({ where: { id: role.id } });
  expect((await problemOf(execute(caller, northwind, listTickets, {}))).code).toBe("refused");
  await execute(caller, northwind, listInvoices, {});
  await portal.owner.contactRole.create({ data: role });
});

it("an API token ends when revoked or expired, and records its use", async () => {
  const { id, caller } = await made(["billing.invoices.view"]);
  await execute(caller, northwind, listInvoices, {});
  expect((await portal.owner.apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt).not.toBeNull();
  await execute(me, null, revokeToken, { tokenId: id });
  expect((await problemOf(execute(caller, northwind, listInvoices, {}))).code).toBe("not-signed-in");
  expect((await problemOf(execute(me, null, revokeToken, { tokenId: id }))).code).toBe("not-found");
  const old = await made(["billing.invoices.view"]);
  await portal.owner.apiToken.update({ where: { id: old.id }, data: { expiresAt: new Date() } });
  expect((await problemOf(execute(old.caller, northwind, listInvoices, {}))).code).toBe("not-signed-in");
  expect((await execute(me, null, listTokens, {})).items.find((one) => one.id === old.id)).toMatchObject({
    expired: true,
  });
});

it("an API token is valid for at most a year, and cannot be revoked by others", async () => {
  const input = { name: "long", permissions: ["billing.invoices.view"], days: 366 };
  expect((await problemOf(execute(me, null, createToken, input))).extra.fields).toHaveProperty("days");
  const { id } = await made(["billing.invoices.view"]);
  const other = await portal.as("owner@northwind.example");
  expect((await problemOf(execute(other, null, revokeToken, { tokenId: id }))).code).toBe("not-found");
});

it("revoking an API token revokes all tokens created with it, directly or not", async () => {
  const first = await made(["profile.manage", "billing.invoices.view"]);
  const second = await made(["profile.manage", "billing.invoices.view"], first.caller);
  const third = await made(["billing.invoices.view"], second.caller);
  const other = await made(["billing.invoices.view"]);
  await execute(third.caller, northwind, listInvoices, {});
  await execute(me, null, revokeToken, { tokenId: first.id });
  for (const { caller } of [second, third]) {
    expect((await problemOf(execute(caller, northwind, listInvoices, {}))).code).toBe("not-signed-in");
  }
  await execute(other.caller, northwind, listInvoices, {});
});

it("an API token ends with a password change, unless it is kept", async () => {
  const { caller } = await made(["billing.invoices.view"]);
  const change = (from: string, to: string, more: object = {}) =>
    execute(me, null, changePassword, { currentPassword: from, newPassword: to, ...more });
  await change("portcullis-demo", "a gate of seven bars", { tokensToo: false });
  await execute(caller, northwind, listInvoices, {});
  expect((await change("a gate of seven bars", "portcullis-demo")).revokedTokens).toBeGreaterThan(0);
  expect((await problemOf(execute(caller, northwind, listInvoices, {}))).code).toBe("not-signed-in");
});
