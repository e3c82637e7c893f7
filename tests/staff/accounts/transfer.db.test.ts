import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { acceptOwnership } from "@/lib/accounts/ownership/accept-ownership";
import { withdrawOffer } from "@/lib/accounts/ownership/withdraw-offer";
import { answerRoleRequest } from "@/lib/accounts/role-requests/answer-role-request";
import { execute } from "@/lib/platform/operations/execute";
import { transferOwnership } from "@/lib/staff/accounts/transfer-ownership";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { withdrawTransfer } from "@/lib/staff/accounts/withdraw-transfer";
import { applyRoleRequest } from "@/lib/staff/role-requests/apply-role-request";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { anotherManager } from "@/tests/staff/role-requests/arrange";

let portal: TestPortal;
let northwind: TestPortal["demo"]["northwind"];
let other: string;
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind;
  other = (await anotherManager(portal)).email;
  await portal.owner.roleRequest.deleteMany();
});
afterEach(async () => {
  await portal.owner.ownershipTransfer.deleteMany();
  await portal.owner.roleRequest.deleteMany();
  await portal.owner.outboxMail.deleteMany();
});
afterAll(() => portal.close());

const MANAGER = "staff-manager@portcullis.example";
const staff = (who: "accounting" | "support" | "manager") => portal.as(`staff-${who}@portcullis.example`);
const request = { reference: "CALL-77", requestedBy: "Ingrid Solheim" };
const record = async (who: Parameters<typeof staff>[0], contactId: string) =>
  execute(await staff(who), northwind.id, transferOwnership, { ...request, contactId });
const start = async (by: string, requestId: string, version = 1) =>
  execute(await portal.as(by), northwind.id, applyRoleRequest, { requestId, version });
const transfer = async (contactId: string) => {
  const { requestId } = await record("manager", contactId);
  await start(other, requestId);
  return portal.owner.ownershipTransfer.findFirstOrThrow({ where: { status: "offered" } });
};
const ownerNow = async () =>
  (await portal.owner.account.findUniqueOrThrow({ where: { id: northwind.id } })).ownerContactId;

it("a transfer is refused to accounting and agents, and changes nothing", async () => {
  for (const who of ["accounting", "support"] as const) {
    const problem = await problemOf(record(who, northwind.contacts.administrator));
    expect(problem).toMatchObject({ code: "refused", extra: { permission: "staff.ownership.transfer" } });
  }
  expect(await portal.owner.roleRequest.count()).toBe(0);
  expect(await portal.owner.outboxMail.count()).toBe(0);
});

it("takes two different managers, and an agent is neither", async () => {
  const { requestId } = await record("manager", northwind.contacts.administrator);
  const asked = await portal.owner.outboxMail.findFirstOrThrow({ where: { template: "role-request" } });
  expect(asked).toMatchObject({ toAddress: "owner@northwind.example" });
  expect(asked.text).toContain("Marcus Okafor");
  expect((await problemOf(start(MANAGER, requestId))).code).toBe("conflict");
  expect(await problemOf(start("staff-support@portcullis.example", requestId))).toMatchObject({
    code: "refused",
    extra: { permission: "staff.ownership.transfer" },
  });
  expect(await portal.owner.ownershipTransfer.count()).toBe(0);
  const forced = portal.owner.roleRequest.update({
    where: { id: requestId },
    data: {
      status: "applied",
      version: 2,
      appliedById: portal.demo.staff.managerId,
      appliedByName: "Renata Kowalska",
      appliedAt: new Date(),
      appliedRole: "owner",
      appliedContactId: northwind.contacts.administrator,
    },
  });
  await expect(forced).rejects.toThrow("RoleRequest_four_eyes");
  await start(other, requestId);
  expect(await portal.owner.ownershipTransfer.count({ where: { status: "offered" } })).toBe(1);
});

it("is not started after the owner has refused it, or when the first manager is no longer one", async () => {
  const refused = await record("manager", northwind.contacts.administrator);
  const owner = await portal.as("owner@northwind.example");
  const answer = { requestId: refused.requestId, version: 1, answer: "refuse" as const };
  await execute(owner, northwind.id, answerRoleRequest, answer);
  expect((await problemOf(start(other, refused.requestId, 2))).detail).toBe("This request was refused.");
  const left = await record("manager", northwind.contacts.administrator);
  const where = { personId: portal.demo.staff.managerId };
  await portal.owner.staffMember.update({ where, data: { roles: ["agent"] } });
  expect((await problemOf(start(other, left.requestId))).detail).toContain("no longer a manager");
  await portal.owner.staffMember.update({ where, data: { roles: ["manager"] } });
});

it("the new owner accepts what two managers started, and everybody is notified", async () => {
  const { id: offerId } = await transfer(northwind.contacts.administrator);
  expect(await ownerNow()).toBe(northwind.ownerContactId);
  const mails = await portal.owner.outboxMail.findMany({
    where: { template: { not: "role-request" } },
    orderBy: { toAddress: "asc" },
  });
  expect(mails.map(({ toAddress, template, kind }) => [toAddress, template, kind])).toEqual([
    ["administrator@northwind.example", "ownership-offer", "people"],
    ["owner@northwind.example", "staff-change", "people"],
  ]);
  for (const words of [
    "CALL-77",
    "Renata Kowalska, Portcullis",
    "Joost Vermeer, Portcullis",
    "Marcus Okafor",
    "withdraw",
  ]) {
    expect(mails[1]?.text).toContain(words);
  }
  expect(mails[0]?.text).toContain("Joost Vermeer, Portcullis");
  await execute(await portal.as("administrator@northwind.example"), northwind.id, acceptOwnership, { offerId });
  expect(await ownerNow()).toBe(northwind.contacts.administrator);
  const log = await portal.owner.auditEvent.findFirstOrThrow({
    where: { operation: "role-requests.apply", outcome: "done" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  expect(log.summary).toMatch(
    /^Started an ownership transfer to Marcus Okafor, requested by Ingrid Solheim \(R-\d+\)$/,
  );
});

it("one transfer is pending at a time, and the owner or a manager can withdraw it", async () => {
  const first = await transfer(northwind.contacts.billing);
  expect((await problemOf(record("manager", northwind.contacts.support))).code).toBe("conflict");
  const seen = await execute(await staff("manager"), northwind.id, viewStaffAccount, {});
  expect(seen.offer).toMatchObject({ id: first.id, to: "Priya Raman" });
  // Marcus has owned it since the previous test.
  await execute(await portal.as("administrator@northwind.example"), northwind.id, withdrawOffer, {
    offerId: first.id,
  });
  const second = await transfer(northwind.contacts.support);
  await portal.owner.outboxMail.deleteMany();
  const withdraw = async (who: Parameters<typeof staff>[0]) =>
    execute(await staff(who), northwind.id, withdrawTransfer, { offerId: second.id });
  expect((await problemOf(withdraw("accounting"))).code).toBe("refused");
  await withdraw("manager");
  expect((await problemOf(withdraw("manager"))).code).toBe("not-found");
  const [mail] = await portal.owner.outboxMail.findMany();
  expect(mail).toMatchObject({ toAddress: "administrator@northwind.example", template: "staff-change" });
});

it("a transfer is refused to people who cannot own the account", async () => {
  for (const contactId of [northwind.contacts.notices, await ownerNow()]) {
    expect((await problemOf(record("manager", contactId))).code).toMatch(/invalid|refused/);
  }
  const input = { ...request, contactId: portal.demo.bluewater.ownerContactId };
  const closed = execute(await staff("manager"), portal.demo.bluewater.id, transferOwnership, input);
  expect((await problemOf(closed)).code).toBe("conflict");
});
