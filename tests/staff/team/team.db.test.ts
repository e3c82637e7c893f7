import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "@/lib/identity/tokens/create-token";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { execute } from "@/lib/platform/operations/execute";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { listMail } from "@/lib/staff/mail/list-mail";
import { addColleague } from "@/lib/staff/team/add-colleague";
import { changeColleague } from "@/lib/staff/team/change-colleague";
import { listTeam } from "@/lib/staff/team/list-team";
import { removeColleague } from "@/lib/staff/team/remove-colleague";
import { buildPerson } from "@/prisma/seed/builders/person";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const staff = (who: "accounting" | "support" | "manager") => portal.as(`staff-${who}@portcullis.example`);
const noor = { name: "Noor Haddad", email: "noor@portcullis.example", jobTitle: "Support engineer" };
const rolesOf = async (personId: string) => (await portal.owner.staffMember.findUnique({ where: { personId } }))?.roles;

describe("the team", () => {
  it("is visible to and changed by managers only", async () => {
    const manager = await staff("manager");
    const { items } = await execute(manager, null, listTeam, {});
    expect(items.map(({ email, roles, isYou }) => [email, roles, isYou])).toEqual([
      ["staff-accounting@portcullis.example", ["accounting"], false],
      ["staff-manager@portcullis.example", ["manager"], true],
      ["staff-support@portcullis.example", ["agent"], false],
    ]);
    for (const who of ["accounting", "support"] as const) {
      expect((await problemOf(execute(await staff(who), null, listTeam, {}))).code).toBe("refused");
      const { supportId } = portal.demo.staff;
      const input = { personId: supportId, jobTitle: "Boss", roles: ["manager" as const] };
      expect((await problemOf(execute(await staff(who), null, changeColleague, input))).code).toBe("refused");
    }
  });

  it("adds new people without a password, and tells them how to set one", async () => {
    const added = await execute(await staff("manager"), null, addColleague, { ...noor, roles: ["agent", "agent"] });
    const person = await portal.owner.person.findUniqueOrThrow({ where: { id: added.personId } });
    expect(person).toMatchObject({ email: noor.email, passwordHash: null, emailVerifiedAt: null });
    expect(await rolesOf(added.personId)).toEqual(["agent"]);
    const mail = await portal.owner.outboxMail.findFirstOrThrow({ where: { toAddress: noor.email } });
    expect(mail.text).toContain("/forgot-password");
    const again = execute(await staff("manager"), null, addColleague, { ...noor, roles: ["manager"] });
    expect((await problemOf(again)).extra.fields?.email?.[0]).toBe("Noor Haddad is already on the team.");
  });

  it("refuses people with an unconfirmed address", async () => {
    await buildPerson(portal.owner, { email: "unproven@example.com", name: "Una", verifiedAt: null });
    const input = { ...noor, email: "unproven@example.com", roles: ["agent" as const] };
    const problem = await problemOf(execute(await staff("manager"), null, addColleague, input));
    expect(problem.extra.fields).toHaveProperty("email");
  });

  it("changes a member's access on their next request", async () => {
    const agent = await staff("support");
    const { supportId } = portal.demo.staff;
    const kinds = async () => new Set((await execute(agent, null, listMail, {})).items.map(({ kind }) => kind));
    await portal.owner.outboxMail.createMany({ data: [billingMail] });
    expect(await kinds()).not.toContain("billing");
    const change = { personId: supportId, jobTitle: "Support and accounts" };
    await execute(await staff("manager"), null, changeColleague, { ...change, roles: ["agent", "accounting"] });
    expect(await kinds()).toContain("billing");
    await execute(await staff("manager"), null, removeColleague, { personId: supportId });
    expect((await problemOf(execute(agent, null, findAccounts, {}))).code).toBe("not-signed-in");
  });

  it("ends the sessions and tokens of whoever leaves, in the same moment, and nobody else's", async () => {
    const email = "leaves@portcullis.example";
    const roles = ["agent" as const];
    const leaving = { email, name: "Lea Vance", staff: { roles, jobTitle: "Engineer" } };
    const personId = await buildPerson(portal.owner, leaving);
    const [session, other, stays] = [await portal.as(email), await portal.as(email), await staff("accounting")];
    const created = await execute(session, null, createToken, {
      name: "scripts",
      permissions: ["staff.accounts.find"],
      days: 30,
    });
    const token = {
      credential: { by: "token", hash: hashToken(created.token) },
      via: "token",
      ip: "192.0.2.1",
    } as const;
    for (const caller of [session, other, token]) await execute(caller, null, findAccounts, {});
    await execute(await staff("manager"), null, removeColleague, { personId });
    for (const caller of [session, other, token]) {
      expect((await problemOf(execute(caller, null, findAccounts, {}))).code).toBe("not-signed-in");
    }
    await execute(stays, null, findAccounts, {});
    expect(await portal.owner.session.count({ where: { personId, revokedAt: null } })).toBe(0);
  });

  it("lets no one change their own roles", async () => {
    const personId = portal.demo.staff.managerId;
    const manager = await staff("manager");
    expect((await problemOf(execute(manager, null, removeColleague, { personId }))).code).toBe("conflict");
    const change = { personId, jobTitle: "Owner", roles: ["agent" as const] };
    expect((await problemOf(execute(manager, null, changeColleague, change))).code).toBe("conflict");
  });

  it("keeps a manager when two remove each other at once", async () => {
    const { managerId } = portal.demo.staff;
    for (let round = 0; round < 10; round++) {
      const email = `second${round}@portcullis.example`;
      const secondId = await buildPerson(portal.owner, {
        email,
        name: "Second",
        staff: { roles: ["manager"], jobTitle: "M" },
      });
      const [first, second] = [await staff("manager"), await portal.as(email)];
      const outcomes = await Promise.allSettled([
        execute(first, null, removeColleague, { personId: secondId }),
        execute(second, null, removeColleague, { personId: managerId }),
      ]);
      const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
      // The second one was no longer a manager and signed out, or would have left none.
      expect(failures).toEqual([
        expect.objectContaining({ code: expect.stringMatching(/^(conflict|refused|not-signed-in)$/) }),
      ]);
      await portal.owner.staffMember.upsert({
        where: { personId: managerId },
        update: {},
        create: { personId: managerId, roles: ["manager"], jobTitle: "Head of customer care" },
      });
      await portal.owner.staffMember.deleteMany({ where: { personId: secondId } });
    }
  });
});

describe("the database", () => {
  const asStaff = (personId: string, statement: string) =>
    portal.owner.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('role', 'portcullis_staff', true), set_config('portcullis.person', ${personId}, true)`;
      return tx.$executeRawUnsafe(statement);
    });

  it("lets only managers write to the team, even if the code forgets to check", async () => {
    const promote = `update "StaffMember" set "roles" = '{manager}' where "personId" = '${portal.demo.staff.accountingId}'`;
    expect(await asStaff(portal.demo.staff.accountingId, promote)).toBe(0);
    const demote = `update "StaffMember" set "roles" = '{agent}' where "personId" = '${portal.demo.staff.managerId}'`;
    expect(await asStaff(portal.demo.staff.managerId, demote)).toBe(0);
    const join = `insert into "StaffMember" ("personId", "roles", "jobTitle") select "id", '{manager}', 'x' from "Person" where "email" = 'owner@northwind.example'`;
    await expect(asStaff(portal.demo.staff.accountingId, join)).rejects.toThrow(/row-level security/);
  });
});

const billingMail = {
  kind: "billing" as const,
  template: "test",
  toAddress: "billing@northwind.example",
  toName: "Priya Raman",
  subject: "Invoice",
  html: "<p>EUR 120.00</p>",
  text: "EUR 120.00",
  messageId: "<invoice@test>",
};
