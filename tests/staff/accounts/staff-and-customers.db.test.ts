import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerRequest } from "@/lib/accounts/access/answer-request";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import { resendInvite } from "@/lib/accounts/access/resend-invite";
import { revokeInvite } from "@/lib/accounts/access/revoke-invite";
import { acceptOwnership } from "@/lib/accounts/ownership/accept-ownership";
import { offerOwnership } from "@/lib/accounts/ownership/offer-ownership";
import { listPeople } from "@/lib/accounts/people/list-people";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { restorePerson } from "@/lib/accounts/people/restore-person";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { updateEmail } from "@/lib/accounts/people/update-email";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { requestEmailChange } from "@/lib/identity/profile/request-email-change";
import { acceptInvitation, joinByInvitation } from "@/lib/identity/sign-in/accept-invitation";
import { confirmEmailChange } from "@/lib/identity/sign-in/confirm-email-change";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import { canSome } from "@/lib/policy/evaluate";
import { transferOwnership } from "@/lib/staff/accounts/transfer-ownership";
import { addColleague } from "@/lib/staff/team/add-colleague";
import { removeColleague } from "@/lib/staff/team/remove-colleague";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildPerson } from "@/prisma/seed/builders/person";
import {
  type AccessFixture,
  ADMINISTRATOR,
  accessFixture,
  noAccess,
  OWNER,
} from "@/tests/accounts/people/access-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { tokenMailed } from "@/tests/identity/sign-in/mail-link";
import { settle } from "@/tests/identity/sign-in/settle";
import { assigned } from "@/tests/staff/role-requests/arrange";

const AGENT = "staff-support@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";
const ip = "192.0.2.81";
const visitor = { ip, userAgent: "test", credential: null };
const newPassword = "a gate of seven bars";
const request = { reference: "T-7", requestedBy: "Ingrid Solheim" };

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

const give = async (by: string, { contactId, email }: { contactId?: string; email?: string }) => {
  const address = contactId === undefined ? (email ?? "") : (await northwind.row(contactId)).email;
  // One that is refused stays open.
  await portal.owner.roleRequest.deleteMany({ where: { email: address.toLowerCase() } });
  return assigned(portal, by, northwind.accountId, { email: address.toLowerCase(), role: "support" });
};
const invite = (email: string) => northwind.ask(OWNER, invitePerson, { name: "Ada Brandt", email, roles: ["support"] });
const hire = async (email: string) =>
  execute(await portal.as(MANAGER), null, addColleague, {
    name: "Ada Brandt",
    email,
    jobTitle: "Engineer",
    roles: ["agent"],
  });
const personId = async (email: string) => (await portal.owner.person.findUniqueOrThrow({ where: { email } })).id;
const seatsAt = (email: string) =>
  portal.owner.contact.count({ where: { email, kind: "member", status: { not: "removed" } } });

/** Data from before the rule existed, written past the triggers that enforce it. */
async function oldSeat(email: string, plan: Partial<Parameters<typeof buildContact>[2]> = {}): Promise<string> {
  const { id } = await northwind.member({ roles: ["administrator"], ...plan, email: `old-${email}` });
  const person = await personId(email);
  await portal.owner.$transaction([
    portal.owner.$executeRaw`set local session_replication_role = replica`,
    portal.owner.contact.update({ where: { id }, data: { email, personId: person } }),
  ]);
  return id;
}

let count = 0;
const fresh = () => `ada-${++count}@brandt.example`;

describe("staff cannot get access to a customer account", () => {
  it.each([
    ["their own address", AGENT],
    ["their own address in capitals", "Staff-Support@Portcullis.Example"],
    ["their own address with a tag", "staff-support+customer@portcullis.example"],
    ["a colleague's address", "staff-accounting@portcullis.example"],
  ])("through a role for a new person at %s", async (_, email) => {
    const problem = await problemOf(give(AGENT, { email }));
    expect(problem).toMatchObject({ code: "refused", extra: { refusal: "not-yours-to-give" } });
    expect(await seatsAt(email.toLowerCase())).toBe(0);
  });

  it("through a role for a notification-only contact with their address", async () => {
    const contactId = await buildContact(portal.owner, northwind.accountId, {
      email: AGENT,
      name: "Sam",
      login: false,
      permissions: [{ permission: "notices.services.receive" }],
    });
    expect((await problemOf(give(MANAGER, { contactId }))).extra.refusal).toBe("not-yours-to-give");
    expect(await northwind.row(contactId)).toMatchObject({ kind: "nonMember", status: "active" });
    await portal.owner.contact.delete({ where: { id: contactId } });
  });

  it("through a customer's invitation, or one readdressed to them", async () => {
    expect((await problemOf(invite(AGENT))).extra.fields).toHaveProperty("email");
    const { contactId } = await invite(fresh());
    const version = await northwind.version(contactId);
    const moved = northwind.ask(OWNER, updateEmail, {
      contactId,
      version,
      email: "staff-support+x@portcullis.example",
    });
    expect((await problemOf(moved)).extra.fields).toHaveProperty("email");
  });

  it("through a change of their address to an invited one, or of a contact's address to theirs with a tag", async () => {
    const invited = fresh();
    await invite(invited);
    const currentPassword = "portcullis-demo";
    const change = async (from: string, to: string) => {
      await execute(await portal.as(from), null, requestEmailChange, { newEmail: to, currentPassword });
      await confirmEmailChange(await tokenMailed(portal, from, "confirm-email"), ip);
      return problemOf(confirmEmailChange(await tokenMailed(portal, to, "confirm-email"), ip));
    };
    expect((await change("staff-accounting@portcullis.example", invited)).detail).toContain(
      "access to a customer account",
    );
    const { email } = await northwind.member();
    expect((await change(email, "staff-support+me@portcullis.example")).detail).toContain("our team");
    expect(await portal.owner.person.count({ where: { email } })).toBe(1);
  });

  it("even if the code forgets to check, because the database refuses it", async () => {
    const plan = { name: "Sam", roles: ["support"] as const };
    await expect(buildContact(portal.owner, northwind.accountId, { ...plan, email: AGENT })).rejects.toThrow();
    const { id } = await northwind.member();
    const data = { personId: await personId(AGENT) };
    await expect(portal.owner.contact.update({ where: { id }, data })).rejects.toThrow("nobody of staff");
    const { email } = await northwind.member();
    const member = { personId: await personId(email), roles: ["agent" as const], jobTitle: "Agent" };
    await expect(portal.owner.staffMember.create({ data: member })).rejects.toThrow("nobody with access");
  });
});

describe("a new team member", () => {
  it("must have no access as a customer: the refusal names the account, and removal there allows it", async () => {
    const { id, email } = await northwind.member();
    expect((await problemOf(hire(email))).extra.fields?.email?.[0]).toContain("has access to Northwind Robotics");
    await northwind.ask(OWNER, suspendPerson, { contactId: id });
    expect((await problemOf(hire(email))).code).toBe("invalid");
    await northwind.ask(OWNER, removePerson, { contactId: id });
    await hire(email);
    expect((await problemOf(invite(email))).code).toBe("invalid");
  });

  it("must have no invitation, with that address or one with a tag", async () => {
    const email = fresh();
    const { contactId } = await invite(email.replace("@", "+work@"));
    expect((await problemOf(hire(email))).extra.fields?.email?.[0]).toContain("Northwind Robotics");
    await northwind.ask(OWNER, revokeInvite, { contactId });
    await hire(email);
  });

  it("can be a customer again after leaving the team", async () => {
    const email = fresh();
    const added = await hire(email);
    await execute(await portal.as(MANAGER), null, removeColleague, { personId: added.personId });
    await invite(email);
    await joinByInvitation(
      { token: await tokenMailed(portal, email, "invitation"), name: "Ada", newPassword },
      visitor,
    );
    expect(await seatsAt(email)).toBe(1);
  });

  it("and a concurrent invitation exclude each other, 20 times", async () => {
    for (let round = 0; round < 20; round++) {
      const email = fresh();
      const { answers, problems } = await settle<unknown>([hire(email), invite(email)]);
      expect([answers.length, problems]).toEqual([1, ["invalid"]]);
    }
  });

  it.each([
    ["with a new login", false],
    ["with a login of theirs", true],
  ])("and a concurrent acceptance of an invitation %s exclude each other, 20 times", async (_, hasLogin) => {
    for (let round = 0; round < 20; round++) {
      const email = fresh();
      if (hasLogin) await buildPerson(portal.owner, { email, name: "Ada Brandt" });
      const { contactId } = await invite(email);
      const token = await tokenMailed(portal, email, "invitation");
      const accept = async () =>
        hasLogin
          ? acceptInvitation({ token }, { personId: await personId(email) }, ip)
          : joinByInvitation({ token, name: "Ada", newPassword }, visitor);
      const member = portal.owner.staffMember;
      // The portal refuses to add invited people, so here the invitation has just been revoked and resent.
      await portal.owner.contact.update({ where: { id: contactId }, data: { status: "removed" } });
      const again = portal.owner.contact.update({ where: { id: contactId }, data: { status: "invited" } });
      const { problems } = await settle<unknown>([hire(email), again.then(accept, () => null)]);
      const staff = await member.count({ where: { person: { email } } });
      expect([staff, await seatsAt(email)], `${problems}`).toSatisfy(
        ([team, seats]: [number, number]) => !(team > 0 && seats > 0),
      );
    }
  });
});

describe("a team member who was a contact before", () => {
  it("has only staff access, and gives no one else access", async () => {
    const contactId = await oldSeat(AGENT);
    const agent = await portal.as(AGENT);
    expect((await problemOf(execute(agent, northwind.accountId, listInvoices, {}))).code).toBe("refused");
    await withRequest(agent, { accountId: northwind.accountId }, async ({ scope }) => {
      expect(scope.actor).toMatchObject({ contactId: null, isStaff: true });
      expect(canSome(scope.viewer, "people.roles.change")).toBe(false);
    });
    expect((await execute(agent, null, listAccounts, {})).items).toEqual([]);
    expect((await problemOf(give(AGENT, { contactId }))).extra.refusal).toBe("not-yours-to-give");
    const version = await northwind.version(contactId);
    const change = northwind.ask(OWNER, changeAccess, { ...noAccess, contactId, version, roles: ["billing"] });
    expect((await problemOf(change)).extra.refusal).toBe("not-yours-to-give");
    expect((await problemOf(northwind.ask(OWNER, offerOwnership, { contactId }))).code).toBe("refused");
    expect((await problemOf(northwind.ask(MANAGER, transferOwnership, { ...request, contactId }))).code).toBe(
      "refused",
    );
    await northwind.ask(OWNER, suspendPerson, { contactId });
    expect((await problemOf(northwind.ask(OWNER, restorePerson, { contactId }))).detail).toContain("our team");
    await northwind.ask(OWNER, removePerson, { contactId });
    expect((await northwind.ask(OWNER, listPeople, {})).items.map(({ id }) => id)).not.toContain(contactId);
  });

  it("cannot answer requests or accept ownership, and gets no notifications", async () => {
    const contactId = await oldSeat("staff-accounting@portcullis.example");
    const { id } = await northwind.member();
    const asked = await portal.owner.permissionRequest.create({
      data: { accountId: northwind.accountId, contactId: id, permission: "people.export" },
    });
    const input = { requestId: asked.id, answer: "grant" as const };
    expect((await problemOf(northwind.ask("staff-accounting@portcullis.example", answerRequest, input))).code).toBe(
      "refused",
    );
    const offer = await portal.owner.ownershipTransfer.create({
      data: {
        accountId: northwind.accountId,
        fromContactId: portal.demo.northwind.ownerContactId,
        toContactId: contactId,
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    const accepted = northwind.ask("staff-accounting@portcullis.example", acceptOwnership, { offerId: offer.id });
    expect((await problemOf(accepted)).code).toBe("not-found");
    await portal.owner.ownershipTransfer.delete({ where: { id: offer.id } });
    await northwind.ask(ADMINISTRATOR, removePerson, { contactId });
  });

  it("cannot be resent an old invitation or accept it", async () => {
    const email = fresh();
    const { contactId } = await invite(email);
    const token = await tokenMailed(portal, email, "invitation");
    await portal.owner.contact.update({ where: { id: contactId }, data: { status: "removed" } });
    await hire(email);
    await portal.owner.$transaction([
      portal.owner.$executeRaw`set local session_replication_role = replica`,
      portal.owner.contact.update({ where: { id: contactId }, data: { status: "invited" } }),
    ]);
    expect((await problemOf(northwind.ask(OWNER, resendInvite, { contactId }))).detail).toContain("our team");
    expect((await problemOf(joinByInvitation({ token, name: "Ada", newPassword }, visitor))).detail).toContain(
      "our team",
    );
    const { passwordHash } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    expect(passwordHash).toBeNull();
  });
});
