import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { viewTwoFactor } from "@/lib/identity/two-factor/view-two-factor";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { confirmFactorReset } from "@/lib/staff/team/confirm-factor-reset";
import { resetFactors } from "@/lib/staff/team/reset-factors";
import { viewFactorReset } from "@/lib/staff/team/view-factor-reset";
import { buildPerson } from "@/prisma/seed/builders/person";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { withAuthenticator, withoutFactors, withRecoveryCode } from "@/tests/identity/two-factor/arrange";

const MANAGER = "staff-manager@portcullis.example";
const AGENT = "staff-support@portcullis.example";
const SECOND = "second-manager@portcullis.example";
const THIRD = "third-manager@portcullis.example";
const reason = "Lost the phone; we spoke in the office.";

let portal: TestPortal;
const idOf = async (email: string) => (await portal.owner.person.findUniqueOrThrow({ where: { email } })).id;
beforeAll(async () => {
  portal = await testPortal();
  for (const email of [SECOND, THIRD]) {
    const personId = await buildPerson(portal.owner, { email, name: email.split("@")[0] ?? "" });
    await portal.owner.staffMember.create({ data: { personId, roles: ["manager"], jobTitle: "Manager" } });
  }
});
beforeEach(async () => {
  await portal.owner.outboxMail.deleteMany({ where: { template: "factor-reset" } });
  await portal.owner.staffFactorReset.deleteMany();
  for (const email of [AGENT, SECOND]) {
    await withoutFactors(portal, email);
    await withAuthenticator(portal, email);
    await withRecoveryCode(portal, email);
  }
});
afterAll(() => portal.close());

const as = async <Op extends AnyOperation>(email: string, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
  execute(await portal.as(email), null, operation, input);
const hasFactor = async (email: string) =>
  (await portal.owner.person.findUniqueOrThrow({ where: { email } })).twoFactorSince !== null;
const told = async () =>
  (await portal.owner.outboxMail.findMany({ where: { template: "factor-reset" } }))
    .map(({ toAddress }) => toAddress)
    .sort();

describe("the two-factor sign-in of a colleague", () => {
  it("is removed by one manager, with every code and session, and they are told", async () => {
    const session = await portal.as(AGENT);
    const { done } = await as(MANAGER, resetFactors, { personId: await idOf(AGENT), reason });
    expect([done, await hasFactor(AGENT)]).toEqual([true, false]);
    expect((await problemOf(execute(session, null, viewTwoFactor, {}))).code).toBe("not-signed-in");
    expect(await portal.owner.recoveryCode.count({ where: { personId: await idOf(AGENT) } })).toBe(0);
    expect(await told()).toEqual([AGENT, SECOND, THIRD].sort());
    expect(await portal.owner.auditEvent.count({ where: { operation: "staff.reset-factors", outcome: "done" } })).toBe(
      1,
    );
  });

  it("is removed by managers only, not by its owner, with a reason, and if there is one", async () => {
    const personId = await idOf(AGENT);
    expect((await problemOf(as(AGENT, resetFactors, { personId, reason }))).code).toBe("refused");
    expect((await problemOf(as(SECOND, resetFactors, { personId: await idOf(SECOND), reason }))).code).toBe("conflict");
    expect((await problemOf(as(MANAGER, resetFactors, { personId, reason: "lost" }))).extra.fields).toHaveProperty(
      "reason",
    );
    await withoutFactors(portal, AGENT);
    expect((await problemOf(as(MANAGER, resetFactors, { personId, reason }))).code).toBe("conflict");
    const customer = await idOf("owner@northwind.example");
    expect((await problemOf(as(MANAGER, resetFactors, { personId: customer, reason }))).code).toBe("not-found");
  });
});

describe("the two-factor sign-in of a manager", () => {
  it("takes two managers: one asks, another confirms, and neither is the one it is about", async () => {
    const personId = await idOf(SECOND);
    const { done, resetId } = await as(MANAGER, resetFactors, { personId, reason });
    expect([done, await hasFactor(SECOND)]).toEqual([false, true]);
    expect(await told()).toEqual([SECOND, THIRD].sort());
    expect((await as(THIRD, viewFactorReset, { personId })).waiting).toMatchObject({ resetId, reason, isYours: false });
    for (const other of [MANAGER, SECOND])
      expect((await problemOf(as(other, confirmFactorReset, { resetId }))).code).toBe("conflict");
    expect((await problemOf(as(AGENT, confirmFactorReset, { resetId }))).code).toBe("refused");
    expect(await hasFactor(SECOND)).toBe(true);
    await as(THIRD, confirmFactorReset, { resetId });
    expect(await hasFactor(SECOND)).toBe(false);
    expect((await problemOf(as(THIRD, confirmFactorReset, { resetId }))).code).toBe("conflict");
  });

  it("stays if nobody confirms it within a day", async () => {
    const personId = await idOf(SECOND);
    const { resetId } = await as(MANAGER, resetFactors, { personId, reason });
    const createdAt = new Date(Date.now() - 25 * 3_600_000);
    await portal.owner.staffFactorReset.update({ where: { id: resetId }, data: { createdAt } });
    expect((await as(THIRD, viewFactorReset, { personId })).waiting).toBeNull();
    expect((await problemOf(as(THIRD, confirmFactorReset, { resetId }))).code).toBe("conflict");
    expect(await hasFactor(SECOND)).toBe(true);
  });

  it("is not removed by one manager alone, even where the code forgets to ask", async () => {
    const personId = await idOf(SECOND);
    const lone = { personId, reason, requestedById: await idOf(MANAGER), requestedByName: "Manager" };
    const { staffFactorReset } = portal.owner;
    await expect(staffFactorReset.create({ data: { ...lone, doneAt: new Date() } })).rejects.toThrow("two managers");
    const both = { ...lone, confirmedById: lone.requestedById, doneAt: new Date() };
    await expect(staffFactorReset.create({ data: both })).rejects.toThrow("StaffFactorReset_two_managers");
    expect(await hasFactor(SECOND)).toBe(true);
  });

  it("is confirmed once by twenty at the same time", async () => {
    const personId = await idOf(SECOND);
    const { resetId } = await as(MANAGER, resetFactors, { personId, reason });
    const caller = await portal.as(THIRD);
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => execute(caller, null, confirmFactorReset, { resetId })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await hasFactor(SECOND)).toBe(false);
  });
});
