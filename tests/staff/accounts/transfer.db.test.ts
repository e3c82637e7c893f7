import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { acceptOwnership } from "@/lib/accounts/ownership/accept-ownership";
import { withdrawOffer } from "@/lib/accounts/ownership/withdraw-offer";
import { execute } from "@/lib/platform/operations/execute";
import { transferOwnership } from "@/lib/staff/accounts/transfer-ownership";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { withdrawTransfer } from "@/lib/staff/accounts/withdraw-transfer";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: TestPortal["demo"]["northwind"];
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind;
});
afterEach(async () => {
  await portal.owner.ownershipTransfer.deleteMany();
  await portal.owner.outboxMail.deleteMany();
});
afterAll(() => portal.close());

const staff = (who: "accounting" | "support" | "manager") => portal.as(`staff-${who}@portcullis.example`);
const request = { reference: "CALL-77", requestedBy: "Ingrid Solheim" };
const transfer = async (who: Parameters<typeof staff>[0], contactId: string) =>
  execute(await staff(who), northwind.id, transferOwnership, { ...request, contactId });
const ownerNow = async () =>
  (await portal.owner.account.findUniqueOrThrow({ where: { id: northwind.id } })).ownerContactId;

it("a transfer is refused to accounting and agents, and changes nothing", async () => {
  for (const who of ["accounting", "support"] as const) {
    const problem = await problemOf(transfer(who, northwind.contacts.administrator));
    expect(problem).toMatchObject({ code: "refused", extra: { permission: "staff.ownership.transfer" } });
  }
  expect(await portal.owner.ownershipTransfer.count()).toBe(0);
  expect(await portal.owner.outboxMail.count()).toBe(0);
});

it("a manager starts a transfer on the owner's behalf, both are notified, and the new owner accepts", async () => {
  const { offerId } = await transfer("manager", northwind.contacts.administrator);
  expect(await ownerNow()).toBe(northwind.ownerContactId);
  const mails = await portal.owner.outboxMail.findMany({ orderBy: { toAddress: "asc" } });
  expect(mails.map(({ toAddress, template, kind }) => [toAddress, template, kind])).toEqual([
    ["administrator@northwind.example", "ownership-offer", "people"],
    ["owner@northwind.example", "staff-change", "people"],
  ]);
  for (const words of ["CALL-77", "Renata Kowalska, Portcullis", "Marcus Okafor", "withdraw"]) {
    expect(mails[1]?.text).toContain(words);
  }
  expect(mails[0]?.text).toContain("Renata Kowalska, Portcullis");
  await execute(await portal.as("administrator@northwind.example"), northwind.id, acceptOwnership, { offerId });
  expect(await ownerNow()).toBe(northwind.contacts.administrator);
  const log = await portal.owner.auditEvent.findFirstOrThrow({
    where: { operation: "staff.transfer-ownership", outcome: "done" },
  });
  expect(log.summary).toBe(
    "Started an ownership transfer from Ingrid Solheim to Marcus Okafor, requested by Ingrid Solheim (CALL-77)",
  );
});

it("one transfer is pending at a time, and the owner or a manager can withdraw it", async () => {
  const first = await transfer("manager", northwind.contacts.billing);
  expect((await problemOf(transfer("manager", northwind.contacts.support))).code).toBe("conflict");
  const seen = await execute(await staff("manager"), northwind.id, viewStaffAccount, {});
  expect(seen.offer).toMatchObject({ id: first.offerId, to: "Priya Raman" });
  // Marcus has owned it since the previous test.
  await execute(await portal.as("administrator@northwind.example"), northwind.id, withdrawOffer, {
    offerId: first.offerId,
  });
  const second = await transfer("manager", northwind.contacts.support);
  await portal.owner.outboxMail.deleteMany();
  const withdraw = async (who: Parameters<typeof staff>[0]) =>
    execute(await staff(who), northwind.id, withdrawTransfer, { offerId: second.offerId });
  expect((await problemOf(withdraw("accounting"))).code).toBe("refused");
  await withdraw("manager");
  expect((await problemOf(withdraw("manager"))).code).toBe("not-found");
  const [mail] = await portal.owner.outboxMail.findMany();
  expect(mail).toMatchObject({ toAddress: "administrator@northwind.example", template: "staff-change" });
});

it("a transfer is refused to people who cannot own the account", async () => {
  for (const contactId of [northwind.contacts.notices, await ownerNow()]) {
    expect((await problemOf(transfer("manager", contactId))).code).toMatch(/invalid|refused/);
  }
  const input = { ...request, contactId: portal.demo.bluewater.ownerContactId };
  const closed = execute(await staff("manager"), portal.demo.bluewater.id, transferOwnership, input);
  expect((await problemOf(closed)).code).toBe("conflict");
});
