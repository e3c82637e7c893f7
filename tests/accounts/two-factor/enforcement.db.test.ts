import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listPeople } from "@/lib/accounts/people/list-people";
import { listNotReady } from "@/lib/accounts/two-factor/list-not-ready";
import { requireTwoFactor } from "@/lib/accounts/two-factor/require-two-factor";
import { stopRequiring } from "@/lib/accounts/two-factor/stop-requiring";
import { twoFactorJob } from "@/lib/accounts/two-factor/two-factor-job";
import { viewPolicy } from "@/lib/accounts/two-factor/view-policy";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { viewTwoFactor } from "@/lib/identity/two-factor/view-two-factor";
import { asReader } from "@/lib/platform/db/as-reader";
import { withTransaction } from "@/lib/platform/db/transaction";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { execute } from "@/lib/platform/operations/execute";
import { canSome } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import { permissionKeys } from "@/lib/policy/permissions";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { restCall } from "@/tests/fixtures/rest-call";
import { withAuthenticator, withoutFactors } from "@/tests/identity/two-factor/arrange";

let portal: TestPortal;
let northwind: string;
const owner = "owner@northwind.example";
/** Billing on Northwind, and support on Globex. */
const billing = "billing@northwind.example";
const past = new Date("2026-01-01T00:00:00Z");

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
beforeEach(async () => {
  await withoutFactors(portal, billing);
  await withAuthenticator(portal, owner);
  await portal.owner.accessWarning.deleteMany();
  await portal.owner.outboxMail.deleteMany();
  await requireFrom(null);
});
afterAll(() => portal.close());

const requireFrom = (twoFactorFrom: Date | null) =>
  portal.owner.account.update({ where: { id: northwind }, data: { twoFactorFrom } });

const invoices = (caller: Awaited<ReturnType<TestPortal["as"]>>) => execute(caller, northwind, listInvoices, {});

const SENTENCE =
  "This account requires two-factor sign-in. Set it up in your profile under Security to get your access back.";

describe("once two-factor sign-in is required and the time is over", () => {
  it("a live session is refused on its next request, with the reason, and let in again once it is set up", async () => {
    const caller = await portal.as(billing);
    await invoices(caller);
    await execute(await portal.as(owner), northwind, requireTwoFactor, { days: 0 });
    const problem = await problemOf(invoices(caller));
    expect(problem).toMatchObject({ code: "refused", detail: SENTENCE });
    await withAuthenticator(portal, billing);
    expect((await invoices(caller)).total).toBeGreaterThan(0);
  });

  it("the same over the API, with the cookie and with a token made before", async () => {
    const cookie = await portal.cookie(billing);
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: billing } });
    const token = newSecretToken();
    await portal.owner.apiToken.create({
      data: {
        personId,
        name: "Old",
        tokenHash: hashToken(token),
        prefix: "old",
        permissions: [...permissionKeys],
        expiresAt: addDays(new Date(), 1),
      },
    });
    const calls = () => [
      restCall({ operation: listInvoices, accountId: northwind, input: {}, cookie }),
      restCall({
        operation: listInvoices,
        accountId: northwind,
        input: {},
        headers: { authorization: `Bearer ${token}` },
      }),
    ];
    for (const response of await Promise.all(calls())) expect(response.status).toBe(200);
    await requireFrom(past);
    for (const response of await Promise.all(calls())) {
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ type: "urn:portcullis:problem:refused", detail: SENTENCE });
    }
  });

  it("nothing of that account is left but mail, for jobs that act for the person too", async () => {
    await requireFrom(past);
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: billing } });
    const reader = await asReader({ personId, accountId: northwind, now: new Date() }, async ({ viewer }) => viewer);
    const left = permissionKeys.filter((permission) => reader !== null && canSome(reader, permission));
    expect(left.filter((permission) => !permission.startsWith("notices."))).toEqual(["profile.manage"]);
    expect(reader && explain(reader, "billing.invoices.view").because).toContainEqual(
      expect.objectContaining({ kind: "gate", gate: "two-factor-missing" }),
    );
  });

  it("the stamp that live pages and commands are held to no longer stands", async () => {
    const { credential } = await portal.as(billing);
    const options = { credential, accountId: northwind, now: new Date() };
    const stands = withTransaction(options, async (scope) => {
      await requireFrom(past);
      return scope?.accessStands();
    });
    expect(await stands).toBe(false);
    const until = await withTransaction(
      { ...options, accountId: northwind },
      async (scope) => scope?.stamp.until ?? null,
    );
    const soon = addDays(new Date(), 1);
    await requireFrom(soon);
    const bounded = await withTransaction(options, async (scope) => scope?.stamp.until ?? null);
    expect(until?.getTime()).toBeGreaterThan(0);
    expect(bounded?.getTime()).toBeLessThanOrEqual(soon.getTime());
  });

  it("other accounts of the same person, and their profile, are untouched", async () => {
    const caller = await portal.as(billing);
    await requireFrom(past);
    await execute(caller, portal.demo.globex.id, listPeople, {});
    const { requiredBy } = await execute(caller, null, viewTwoFactor, {});
    expect(requiredBy.map(({ accountId }) => accountId)).toEqual([northwind]);
  });

  it("the owner is bound by it too, and staff aren't", async () => {
    await requireFrom(past);
    await withoutFactors(portal, owner);
    expect((await problemOf(execute(await portal.as(owner), northwind, listPeople, {}))).detail).toBe(SENTENCE);
    await execute(await portal.as("staff-manager@portcullis.example"), northwind, listPeople, {});
  });
});

it("during the grace period everything works", async () => {
  await execute(await portal.as(owner), northwind, requireTwoFactor, { days: 30 });
  expect((await invoices(await portal.as(billing))).total).toBeGreaterThan(0);
});

it("whoever requires it uses it", async () => {
  await withoutFactors(portal, owner);
  const problem = await problemOf(execute(await portal.as(owner), northwind, requireTwoFactor, { days: 30 }));
  expect(problem).toMatchObject({ code: "conflict", detail: expect.stringContaining("for yourself first") });
});

it("the list names exactly the members without it, and the counts agree", async () => {
  const caller = await portal.as(owner);
  const list = await execute(caller, northwind, listNotReady, {});
  const members = await portal.owner.contact.findMany({
    where: { accountId: northwind, kind: "member", status: { in: ["active", "suspended"] }, personId: { not: null } },
    include: { person: true },
  });
  const missing = members.filter(({ person }) => person?.twoFactorSince === null);
  expect(list.total).toBe(missing.length);
  expect(list.items.every(({ id }) => missing.some((one) => one.id === id))).toBe(true);
  const policy = await execute(caller, northwind, viewPolicy, {});
  expect(policy).toMatchObject({ notReady: missing.length, members: members.length, requiredFrom: null });
});

describe("people who aren't ready are told", () => {
  const mails = () => portal.owner.outboxMail.findMany({ where: { template: "two-factor-required" } });

  it("at once, and nobody else", async () => {
    const { told } = await execute(await portal.as(owner), northwind, requireTwoFactor, { days: 14 });
    const sent = await mails();
    expect(sent).toHaveLength(told);
    expect(sent.map(({ toAddress }) => toAddress)).toContain(billing);
    expect(sent.map(({ toAddress }) => toAddress)).not.toContain(owner);
  });

  it("once, whatever the job does and however often", async () => {
    await execute(await portal.as(owner), northwind, requireTwoFactor, { days: 14 });
    const before = (await mails()).length;
    await Promise.all([1, 2, 3].map(() => runBatch(twoFactorJob, new Date())));
    expect(await mails()).toHaveLength(before);
  });

  it("by the job if they joined later, and again three days before", async () => {
    const from = addDays(new Date(), 2);
    await requireFrom(from);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => runBatch(twoFactorJob, new Date())));
    expect(outcomes.flatMap(({ failures }) => failures)).toEqual([]);
    const first = (await mails()).length;
    expect(first).toBeGreaterThan(1);
    expect(new Set((await mails()).map(({ toAddress }) => toAddress)).size).toBe(first);
    await portal.owner.accessWarning.updateMany({ data: { sentAt: addDays(new Date(), -4) } });
    await runBatch(twoFactorJob, new Date());
    await runBatch(twoFactorJob, new Date());
    expect(await mails()).toHaveLength(first * 2);
  });
});

it("it can be no longer required, and the next request of a live session succeeds", async () => {
  const caller = await portal.as(billing);
  await requireFrom(past);
  await problemOf(invoices(caller));
  await execute(await portal.as(owner), northwind, stopRequiring, {});
  expect((await invoices(caller)).total).toBeGreaterThan(0);
});
