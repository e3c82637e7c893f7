import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerRequest } from "@/lib/accounts/access/answer-request";
import { approveInvite } from "@/lib/accounts/access/approve-invite";
import { askForPermission } from "@/lib/accounts/access/ask-for-permission";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import { previewChange } from "@/lib/accounts/access/preview-change";
import { resendInvite } from "@/lib/accounts/access/resend-invite";
import { acceptOwnership } from "@/lib/accounts/ownership/accept-ownership";
import { offerOwnership } from "@/lib/accounts/ownership/offer-ownership";
import { addNonMember } from "@/lib/accounts/people/add-non-member";
import { listPeople } from "@/lib/accounts/people/list-people";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { restorePerson } from "@/lib/accounts/people/restore-person";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { joinByInvitation } from "@/lib/identity/sign-in/accept-invitation";
import { findInvitation } from "@/lib/identity/sign-in/find-invitation";
import { verifyEmail } from "@/lib/identity/sign-in/verify-email";
import { addDays } from "@/lib/platform/kernel/dates";
import { emailProofLink } from "@/lib/platform/operations/email-proof";
import { execute } from "@/lib/platform/operations/execute";
import { addColleague } from "@/lib/staff/team/add-colleague";
import { changeColleague } from "@/lib/staff/team/change-colleague";
import { removeColleague } from "@/lib/staff/team/remove-colleague";
import { buildAccount } from "@/prisma/seed/builders/account";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { settle } from "@/tests/identity/sign-in/settle";
import { assigned, transferred } from "@/tests/staff/role-requests/arrange";
import { type AccessFixture, ADMINISTRATOR, accessFixture, noAccess, OWNER, on } from "./access-fixture";

const MANAGER = "staff-manager@portcullis.example";
const visitor = { ip: "192.0.2.91", userAgent: "test", credential: null };

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

let count = 0;
const fresh = () => `guest-${++count}@northwind.example`;
const administrator = () => northwind.member({ roles: ["administrator"] });

/** A person whom `by` invited with some access, and the token of their link. */
async function guest(by: string, access: object = { roles: ["administrator"] }) {
  const email = fresh();
  const { contactId } = await northwind.ask(by, invitePerson, { name: "Guest", email, ...access });
  return { contactId, email, token: await northwind.tokenFor(email) };
}
const join = (token: string) =>
  joinByInvitation({ token, name: "Guest", newPassword: "a gate of seven bars" }, visitor);
const change = async (contactId: string, access: object) =>
  northwind.ask(OWNER, changeAccess, {
    ...noAccess,
    contactId,
    version: await northwind.version(contactId),
    ...access,
  });
const person = (contactId: string, by = OWNER) => northwind.ask(by, viewPerson, { contactId });

describe("an invitation", () => {
  test.each<[string, (inviter: { id: string }) => Promise<unknown>]>([
    ["removed", ({ id }) => northwind.ask(OWNER, removePerson, { contactId: id })],
    ["suspended", ({ id }) => northwind.ask(OWNER, suspendPerson, { contactId: id })],
    ["made a support contact", ({ id }) => change(id, { roles: ["support"] })],
    [
      "limited to no service",
      ({ id }) =>
        change(id, {
          roles: ["administrator"],
          limitedToServices: true,
          serviceIds: [portal.demo.northwind.services.web1],
        }),
    ],
    [
      "left without one permission of it",
      ({ id }) => change(id, { roles: ["administrator"], overrides: [{ permission: "links.delete", effect: "off" }] }),
    ],
    [
      "left unable to invite",
      ({ id }) =>
        change(id, { roles: ["administrator"], overrides: [{ permission: "people.members.add", effect: "off" }] }),
    ],
    [
      "given an end date",
      ({ id }) => change(id, { roles: ["administrator"], endsAt: addDays(new Date(), 5).toISOString() }),
    ],
    ["over", ({ id }) => portal.owner.contact.update({ where: { id }, data: { endsAt: new Date() } })],
    [
      "suspended as a person",
      async ({ id }) =>
        portal.owner.person.update({
          where: { id: (await northwind.row(id)).personId ?? "" },
          data: { suspendedAt: new Date() },
        }),
    ],
  ])("from an administrator who was %s needs approval by the owner", async (_, happens) => {
    const inviter = await administrator();
    const { contactId, token } = await guest(inviter.email);
    expect(await findInvitation(token)).toMatchObject({ state: "open" });
    await happens(inviter);
    expect(await problemOf(join(token))).toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("approve"),
    });
    expect(await northwind.row(contactId)).toMatchObject({ status: "invited", personId: null });
    expect(await findInvitation(token)).toMatchObject({ state: "held" });
    const listed = (await northwind.ask(OWNER, listPeople, { waiting: true })).items.find(({ id }) => id === contactId);
    expect(listed?.details).toMatchObject({ held: true, roles: [{ role: "administrator" }] });
    expect((await person(contactId)).acts).toContain("approve-invite");
    await northwind.ask(OWNER, approveInvite, { contactId });
    expect((await person(contactId)).details?.held).toBe(false);
    await join(token);
    expect(await northwind.row(contactId)).toMatchObject({ status: "active" });
  });

  test("is accepted if its sender can still grant it, even after a demotion or a restored suspension", async () => {
    const inviter = await administrator();
    const narrow = await guest(inviter.email, { overrides: [on("links.add")] });
    const whole = await guest(inviter.email);
    await northwind.ask(OWNER, suspendPerson, { contactId: inviter.id });
    await problemOf(join(whole.token));
    await northwind.ask(OWNER, restorePerson, { contactId: inviter.id });
    await join(whole.token);
    await change(inviter.id, {
      overrides: [on("people.members.add"), on("people.roles.change"), on("links.add")],
    });
    await join(narrow.token);
    for (const { contactId } of [whole, narrow])
      expect(await northwind.row(contactId)).toMatchObject({ status: "active" });
  });

  test("with a former owner's reserved permission needs approval by the new owner", async () => {
    const address = (name: string) => `${name}-${++count}@handover.example`;
    const [from, to, third] = [address("from"), address("to"), address("third")];
    const account = await buildAccount(portal.owner, {
      number: `H-${count}`,
      name: "Handover",
      owner: { email: from, name: "From" },
    });
    const toId = await buildContact(portal.owner, account.id, { email: to, name: "To", roles: ["administrator"] });
    const as = async (who: string) => portal.as(who);
    const { contactId } = await execute(await as(from), account.id, invitePerson, {
      name: "Third",
      email: third,
      overrides: [on("services.order")],
    });
    const token = await northwind.tokenFor(third);
    const { offerId } = await execute(await as(from), account.id, offerOwnership, { contactId: toId });
    await execute(await as(to), account.id, acceptOwnership, { offerId });
    expect((await problemOf(join(token))).code).toBe("conflict");
    expect((await problemOf(execute(await as(from), account.id, approveInvite, { contactId }))).code).toBe("refused");
    await execute(await as(to), account.id, approveInvite, { contactId });
    await join(token);
  });

  test("depends for each part on the person who granted that part", async () => {
    const inviter = await administrator();
    const { contactId, token } = await guest(inviter.email, { roles: ["support"] });
    const other = await administrator();
    const version = await northwind.version(contactId);
    // Someone who may change roles but not invite doesn't become the grantor of the rest.
    await change(other.id, {
      roles: ["administrator"],
      overrides: [{ permission: "people.members.add", effect: "off" }],
    });
    await northwind.ask(other.email, changeAccess, {
      ...noAccess,
      contactId,
      version,
      roles: ["support"],
      overrides: [on("links.add")],
    });
    await northwind.ask(OWNER, removePerson, { contactId: other.id });
    expect((await problemOf(join(token))).code).toBe("conflict");
    await change(contactId, { roles: ["support"] });
    await northwind.ask(OWNER, removePerson, { contactId: inviter.id });
    await join(token);
  });

  test("still needs approval when resent by someone who cannot grant it", async () => {
    const inviter = await administrator();
    const { contactId, email } = await guest(inviter.email);
    await northwind.ask(OWNER, removePerson, { contactId: inviter.id });
    const helper = await northwind.member({
      permissions: [{ permission: "people.members.view" }, { permission: "people.members.resend-invite" }],
    });
    await northwind.ask(helper.email, resendInvite, { contactId });
    expect((await problemOf(join(await northwind.tokenFor(email)))).detail).toContain("approve");
    expect((await problemOf(northwind.ask(helper.email, approveInvite, { contactId }))).code).toBe("refused");
    await northwind.ask(ADMINISTRATOR, resendInvite, { contactId });
    await join(await northwind.tokenFor(email));
  });

  test("with an unknown grantor needs approval", async () => {
    const { contactId, token } = await guest(OWNER);
    await portal.owner.contactRole.updateMany({ where: { contactId }, data: { givenById: null } });
    expect((await problemOf(join(token))).code).toBe("conflict");
  });

  test("is either accepted or held when its sender is removed at the same moment, 20 times", async () => {
    for (let round = 0; round < 20; round++) {
      const inviter = await administrator();
      const { contactId, token } = await guest(inviter.email);
      const { problems } = await settle<unknown>([
        join(token),
        northwind.ask(OWNER, removePerson, { contactId: inviter.id }),
      ]);
      const { status } = await northwind.row(contactId);
      expect([status, problems]).toEqual(problems.length > 0 ? ["invited", ["conflict"]] : ["active", []]);
    }
  });

  test("can only be approved if it is held", async () => {
    const { contactId } = await guest(OWNER);
    expect((await problemOf(northwind.ask(OWNER, approveInvite, { contactId }))).code).toBe("conflict");
    const { id } = await northwind.member();
    expect((await problemOf(northwind.ask(OWNER, approveInvite, { contactId: id }))).code).toBe("conflict");
  });
});

describe("an invitation sent by staff", () => {
  async function colleague(roles: ("agent" | "accounting" | "manager")[]) {
    const email = `colleague-${++count}@portcullis.example`;
    const input = { name: "Colleague", email, jobTitle: "Agent", roles };
    const { personId } = await execute(await portal.as(MANAGER), null, addColleague, input);
    await portal.owner.person.update({ where: { id: personId }, data: { emailVerifiedAt: new Date() } });
    return { personId, email };
  }
  async function given(by: string) {
    const email = fresh();
    const { contactId } = await assigned(portal, by, northwind.accountId, { email, role: "administrator" });
    return { contactId, token: await northwind.tokenFor(email) };
  }

  test("is accepted while the sender is on the team", async () => {
    const { contactId, token } = await given((await colleague(["agent"])).email);
    await join(token);
    expect(await northwind.row(contactId)).toMatchObject({ status: "active" });
  });

  test("needs approval by the owner once the sender has left the team or is suspended", async () => {
    const left = await colleague(["agent"]);
    const first = await given(left.email);
    await execute(await portal.as(MANAGER), null, removeColleague, { personId: left.personId });
    expect((await problemOf(join(first.token))).code).toBe("conflict");
    await northwind.ask(OWNER, approveInvite, { contactId: first.contactId });
    await join(first.token);
    const suspended = await colleague(["accounting"]);
    const second = await given(suspended.email);
    await portal.owner.person.update({ where: { id: suspended.personId }, data: { suspendedAt: new Date() } });
    expect((await problemOf(join(second.token))).code).toBe("conflict");
  });

  test("and an ownership transfer started by a former manager cannot be accepted", async () => {
    const arranged = await colleague(["manager"]);
    const { id, email } = await administrator();
    const { offerId } = await transferred(portal, arranged.email, northwind.accountId, id);
    const input = { personId: arranged.personId, jobTitle: "Agent", roles: ["agent" as const] };
    await execute(await portal.as(MANAGER), null, changeColleague, input);
    expect((await problemOf(northwind.ask(email, acceptOwnership, { offerId }))).detail).toContain("no longer");
    await execute(await portal.as(MANAGER), null, changeColleague, { ...input, roles: ["manager"] });
    await portal.owner.ownershipTransfer.deleteMany({ where: { id: offerId } });
  });
});

test("an ownership transfer cannot be accepted while the owner's login is suspended", async () => {
  const { id, email } = await administrator();
  const { offerId } = await northwind.ask(OWNER, offerOwnership, { contactId: id });
  const suspend = (suspendedAt: Date | null) =>
    portal.owner.person.update({ where: { email: OWNER }, data: { suspendedAt } });
  await suspend(new Date());
  expect((await problemOf(northwind.ask(email, acceptOwnership, { offerId }))).code).toBe("conflict");
  await suspend(null);
  await portal.owner.ownershipTransfer.deleteMany({ where: { id: offerId } });
});

test("a notification-only contact's notifications are held when the person who added them is gone, and start once approved", async () => {
  const by = await administrator();
  const email = fresh();
  const input = { name: "Mailbox", email, notices: ["notices.invoices.receive" as const] };
  const { contactId } = await northwind.ask(by.email, addNonMember, input);
  await northwind.ask(OWNER, removePerson, { contactId: by.id });
  const link = await emailProofLink({ of: "contact", id: contactId, email });
  const proof = link.split("/").at(-1) ?? "";
  expect((await problemOf(verifyEmail(proof, "192.0.2.91"))).detail).toContain("approve");
  expect((await northwind.row(contactId)).emailVerifiedAt).toBeNull();
  await northwind.ask(ADMINISTRATOR, approveInvite, { contactId });
  await verifyEmail(proof, "192.0.2.91");
  expect((await northwind.row(contactId)).emailVerifiedAt).not.toBeNull();
});

test("an access request is granted with the rights of the person who answers it", async () => {
  const { email } = await northwind.member({ roles: ["support"] });
  const { requestId } = await northwind.ask(email, askForPermission, { permission: "billing.invoices.view" });
  const answerer = await administrator();
  const without = [{ permission: "billing.invoices.view" as const, effect: "off" as const }];
  await change(answerer.id, { roles: ["administrator"], overrides: without });
  const answered = northwind.ask(answerer.email, answerRequest, { requestId, answer: "grant" });
  expect((await problemOf(answered)).extra.refusal).toBe("not-yours-to-give");
});

describe("pending invitations from a person", () => {
  test("are shown before they are removed or suspended, and in the preview of a demotion", async () => {
    const inviter = await administrator();
    const { contactId } = await guest(inviter.email);
    await portal.owner.contact.update({ where: { id: contactId }, data: { name: "Wilma Waiting" } });
    expect((await person(inviter.id)).leftOpen).toEqual(["Wilma Waiting"]);
    const preview = (roles: ("administrator" | "support")[]) =>
      northwind.ask(OWNER, previewChange, { contactId: inviter.id, roles });
    expect((await preview(["support"])).notes).toContain(
      "Wilma Waiting has a pending invitation from them, which will then need approval.",
    );
    expect((await preview(["administrator"])).notes.join()).not.toContain("Wilma");
    expect((await person(contactId)).leftOpen).toEqual([]);
  });
});
