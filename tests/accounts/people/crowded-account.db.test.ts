import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewOwnership } from "@/lib/accounts/ownership/view-ownership";
import { viewNotices } from "@/lib/accounts/settings/view-notices";

import { execute } from "@/lib/platform/operations/execute";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { viewRoleRequestForm } from "@/lib/staff/role-requests/view-form";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const HOW_MANY = 60;
const OWNER = "owner@globex.example";
const MANAGER = "staff-manager@portcullis.example";
const numbered = Array.from({ length: HOW_MANY }, (_, at) => `Zz Member ${String(at).padStart(2, "0")}`);
const LAST = numbered.at(-1) as string;

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.globex.id;
  const people = numbered.map((name, at) => ({ id: randomUUID(), email: `crowd-${at}@globex.example`, name }));
  const emailVerifiedAt = new Date();
  await portal.owner.person.createMany({ data: people.map((one) => ({ ...one, emailVerifiedAt })) });
  const contacts = people.map(({ id: personId, ...one }) => ({ ...one, id: randomUUID(), personId, accountId }));
  await portal.owner.contact.createMany({
    data: contacts.map((one) => ({ ...one, kind: "member", status: "active", emailVerifiedAt })),
  });
  await portal.owner.contactRole.createMany({
    data: contacts.map(({ id: contactId }) => ({ accountId, contactId, role: "administrator", givenByName: "Owner" })),
  });
});
afterAll(() => portal.close());

describe("notifications of an account with many people", () => {
  const invoices = async (input: object = {}) => {
    const { notices } = await execute(await portal.as(OWNER), accountId, viewNotices, input);
    return notices.find(({ permission }) => permission === "notices.invoices.receive");
  };

  test("list the first recipients and find the others by name", async () => {
    const first = await invoices();
    expect(first).toMatchObject({ hasMore: true, warning: null });
    expect(first?.recipients).toHaveLength(10);
    expect(first?.recipients.map(({ name }) => name)).not.toContain(LAST);
    const found = await invoices({ q: LAST.toLowerCase() });
    expect(found).toMatchObject({ hasMore: false, warning: null, recipients: [{ name: LAST }] });
    expect(await invoices({ q: "nobody has this name" })).toMatchObject({ recipients: [], missing: [], warning: null });
  });

  test("don't count people whom their roles don't give it", async () => {
    await portal.owner.contactRole.updateMany({
      where: { accountId, contact: { name: { startsWith: "Zz" } } },
      data: { role: "support" },
    });
    const few = await invoices();
    expect(few?.hasMore).toBe(false);
    expect(few?.recipients.filter(({ name }) => name.startsWith("Zz"))).toEqual([]);
    await portal.owner.contactRole.updateMany({
      where: { accountId, contact: { name: { startsWith: "Zz" } } },
      data: { role: "administrator" },
    });
  });

  test("warn only if they reach nobody, however late the name", async () => {
    const all = { accountId, name: { not: LAST } };
    await portal.owner.contact.updateMany({ where: all, data: { noticesOff: ["notices.invoices.receive"] } });
    expect(await invoices()).toMatchObject({ recipients: [], hasMore: true, warning: null });
    await portal.owner.contact.updateMany({ where: { accountId }, data: { noticesOff: ["notices.invoices.receive"] } });
    expect((await invoices())?.warning).toContain("Everyone who could has turned them off");
    await portal.owner.contact.updateMany({ where: { accountId }, data: { noticesOff: [] } });
  });
});

describe("a new owner of an account with many people", () => {
  test("is chosen from the first candidates, found by name, or asked for", async () => {
    const view = async (input: object) => execute(await portal.as(OWNER), accountId, viewOwnership, input);
    const first = await view({});
    expect(first.hasMoreCandidates).toBe(true);
    expect(first.candidates).toHaveLength(25);
    const found = await view({ q: LAST });
    expect(found).toMatchObject({ candidates: [{ name: LAST }], hasMoreCandidates: false });
    const to = found.candidates[0]?.contactId;
    expect((await view({ to })).candidates.map(({ contactId }) => contactId)).toContain(to);
    const owner = await view({ to: first.owner?.contactId });
    expect(owner.candidates).toEqual(first.candidates);
  });

  test("is not looked for among those who can't be, whose names come first", async () => {
    const crowd = { accountId, name: { startsWith: "Zz", not: LAST } };
    await portal.owner.contact.updateMany({ where: crowd, data: { status: "suspended" } });
    const account = await execute(await portal.as(MANAGER), accountId, viewStaffAccount, {});
    expect(account.transferCandidates.map(({ name }) => name)).toContain(LAST);
    expect(account.hasMoreCandidates).toBe(false);
    await portal.owner.contact.updateMany({ where: crowd, data: { status: "active" } });
    const more = await execute(await portal.as(MANAGER), accountId, viewStaffAccount, {});
    expect(more.hasMoreCandidates).toBe(true);
  });
});

test("staff read the owner and some of many who may request a role", async () => {
  const { mayAsk, moreMayAsk } = await execute(await portal.as(MANAGER), accountId, viewRoleRequestForm, {});
  expect(mayAsk[0]?.email).toBe(OWNER);
  expect(mayAsk).toHaveLength(21);
  expect(moreMayAsk).toBe(true);
});
