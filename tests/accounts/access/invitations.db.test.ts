import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import { resendInvite } from "@/lib/accounts/access/resend-invite";
import { revokeInvite } from "@/lib/accounts/access/revoke-invite";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { addNonMember } from "@/lib/accounts/people/add-non-member";
import { listNonMembers } from "@/lib/accounts/people/list-non-members";
import { listPeople } from "@/lib/accounts/people/list-people";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { updateEmail } from "@/lib/accounts/people/update-email";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { acceptInvitation, joinByInvitation } from "@/lib/identity/sign-in/accept-invitation";
import { verifyEmail } from "@/lib/identity/sign-in/verify-email";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { withLanguage } from "@/lib/platform/language/with-language";
import { withRequest } from "@/lib/platform/operations/execute";
import { canSome } from "@/lib/policy/evaluate";
import { buildContact } from "@/prisma/seed/builders/contact";
import {
  type AccessFixture,
  ADMINISTRATOR,
  accessFixture,
  BILLING,
  OWNER,
  off,
  on,
} from "@/tests/accounts/people/access-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

const visitor = { ip: "192.0.2.7", userAgent: "test", credential: null };
const invite = (email: string, more: object = { roles: ["support"] }, by = OWNER) =>
  northwind.ask(by, invitePerson, { name: "Ana Lopez", email, ...more });
const join = (token: string, name = "Ana Lopez") =>
  joinByInvitation({ token, name, newPassword: "a good long password" }, visitor);

describe("an invitation", () => {
  test("is emailed, stays pending, and is accepted once with the planned access", async () => {
    const ends = "2091-03-31T22:00:00.000Z";
    const { contactId, expiresAt } = await invite("ana@northwind.example", {
      roles: ["support"],
      overrides: [on("billing.invoices.view"), off("links.delete")],
      limitedToServices: true,
      serviceIds: [portal.demo.northwind.services.web1],
      endsAt: ends,
    });
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    const waiting = await northwind.ask(OWNER, listPeople, { waiting: true });
    expect(waiting.items.map(({ id, standing }) => [id, standing])).toEqual([[contactId, "invited"]]);
    const mail = await northwind.mailTo("ana@northwind.example");
    expect(mail).toMatchObject({ kind: "people", toName: "Ana Lopez" });
    expect(mail.text.replace(/\s+/g, " ")).toContain(
      "Support, 1 individual permission, 1 permission denied, limited to 1 service",
    );

    const token = await northwind.tokenFor("ana@northwind.example");
    const { sessionToken } = await join(token, "Ana María Lopez");
    expect((await problemOf(join(token))).code).toBe("conflict");
    const caller = {
      credential: { by: "session", hash: hashToken(sessionToken) },
      via: "page",
      ip: "192.0.2.7",
    } as const;
    await withRequest(caller, { accountId: northwind.accountId }, async ({ scope }) => {
      const may = (permission: Parameters<typeof canSome>[1]) => canSome(scope.viewer, permission);
      expect([may("support.tickets.open"), may("billing.invoices.view"), may("links.add")]).toEqual([true, true, true]);
      expect([may("links.delete"), may("billing.invoices.pay"), may("people.members.add")]).toEqual([
        false,
        false,
        false,
      ]);
      expect(scope.viewer.subject.serviceLimit).toEqual([portal.demo.northwind.services.web1]);
      expect(scope.viewer.subject.gates.contactEndsAt?.toISOString()).toBe(ends);
    });
    const after = await northwind.ask(OWNER, viewPerson, { contactId });
    expect(after).toMatchObject({ name: "Ana María Lopez", standing: "active", details: { hasLogin: true } });
  });

  test("is written in the language of its sender, and logged for readers of any", async () => {
    await withLanguage("de-DE", () => invite("mia@northwind.example", { roles: ["support"], endsAt: "2091-03-31" }));
    const mail = await northwind.mailTo("mia@northwind.example");
    expect(mail.subject).toMatch(/ hat Sie zu .* eingeladen$/);
    expect(mail.text).toMatch(/Support, bis \d+\. März 2091/);
    const log = async () =>
      (await northwind.ask(OWNER, listActivity, { operation: "people.invite" })).items[0]?.summary;
    expect(await log()).toMatch(/^Invited Ana Lopez: Support, until \d+ March 2091$/);
    expect(await withLanguage("de-DE", log)).toMatch(/^Ana Lopez eingeladen: Support, bis /);
  });

  test("stores only the hash of its token", async () => {
    await invite("hash@northwind.example");
    const token = await northwind.tokenFor("hash@northwind.example");
    const [kept] = await portal.owner.invitation.findMany({ where: { email: "hash@northwind.example" } });
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(kept?.tokenHash).toBe(hashToken(token));
  });

  test("invalidates the previous link when resent", async () => {
    const { contactId } = await invite("again@northwind.example");
    const first = await northwind.tokenFor("again@northwind.example");
    await northwind.ask(ADMINISTRATOR, resendInvite, { contactId });
    const second = await northwind.tokenFor("again@northwind.example");
    expect(second).not.toBe(first);
    expect(await problemOf(join(first))).toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("was revoked"),
    });
    await join(second);
    expect(await problemOf(northwind.ask(OWNER, resendInvite, { contactId }))).toMatchObject({ code: "conflict" });
  });

  test("stops working and frees the address when revoked", async () => {
    const { contactId } = await invite("gone@northwind.example");
    const token = await northwind.tokenFor("gone@northwind.example");
    await northwind.ask(OWNER, revokeInvite, { contactId });
    expect((await problemOf(join(token))).code).toBe("conflict");
    expect((await problemOf(northwind.ask(OWNER, viewPerson, { contactId }))).code).toBe("not-found");
    expect(await portal.owner.contactRole.count({ where: { contactId } })).toBe(0);
    const { contactId: other } = await invite("gone@northwind.example");
    expect(other).not.toBe(contactId);
    expect((await problemOf(join(token))).code).toBe("conflict");
  });

  test("stops working when expired, and works again when resent", async () => {
    const { contactId } = await invite("late@northwind.example");
    const token = await northwind.tokenFor("late@northwind.example");
    await portal.owner.invitation.updateMany({
      where: { contactId },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    const { items } = await northwind.ask(OWNER, listPeople, { standing: "invitation-over" });
    expect(items.map(({ id }) => id)).toEqual([contactId]);
    expect((await problemOf(join(token))).detail).toContain("has expired");
    await northwind.ask(OWNER, resendInvite, { contactId });
    await join(await northwind.tokenFor("late@northwind.example"));
  });

  test("is sent to the corrected address, and the old link stops working", async () => {
    const { contactId } = await invite("tpyo@northwind.example");
    const wrong = await northwind.tokenFor("tpyo@northwind.example");
    const version = await northwind.version(contactId);
    await northwind.ask(OWNER, updateEmail, { contactId, version, email: "Typo@Northwind.example" });
    expect((await problemOf(join(wrong))).code).toBe("conflict");
    await join(await northwind.tokenFor("typo@northwind.example"));
    const stale = northwind.ask(OWNER, updateEmail, { contactId, version, email: "third@northwind.example" });
    expect((await problemOf(stale)).extra.fields).toHaveProperty("email");
  });

  test("cannot be accepted by someone signed in with another address", async () => {
    await invite("bound@northwind.example");
    const token = await northwind.tokenFor("bound@northwind.example");
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: "owner@globex.example" } });
    expect((await problemOf(acceptInvitation({ token }, { personId }, "192.0.2.7"))).code).toBe("conflict");
  });

  test("cannot be used to flood an inbox", async () => {
    const { contactId } = await invite("flooded@northwind.example");
    const again = () => northwind.ask(OWNER, resendInvite, { contactId });
    for (let sent = 1; sent < 10; sent++) await again();
    expect(await problemOf(again())).toMatchObject({ code: "too-many", extra: { retryAfter: expect.any(Number) } });
    expect(await portal.owner.outboxMail.count({ where: { toAddress: "flooded@northwind.example" } })).toBe(10);
  });

  test("is refused for people on the account, and without any access", async () => {
    const here = await problemOf(invite(BILLING));
    expect(here).toMatchObject({
      code: "invalid",
      extra: { fields: { email: [expect.stringContaining("Priya Raman")] } },
    });
    const nothing = await problemOf(invite("nothing@northwind.example", { overrides: [off("links.add")] }));
    expect(nothing.extra.fields).toHaveProperty("roles");
    const foreign = { roles: ["support"], limitedToServices: true, serviceIds: [portal.demo.globex.serviceId] };
    expect((await problemOf(invite("foreign@northwind.example", foreign))).extra.fields).toHaveProperty("serviceIds");
    expect(await portal.owner.contact.count({ where: { email: "foreign@northwind.example" } })).toBe(0);
  });

  test("to an address on the account tells whose it is only to those who can see members", async () => {
    await buildContact(portal.owner, northwind.accountId, {
      email: "recruiter@northwind.example",
      name: "Rex Recruiter",
      permissions: [{ permission: "people.members.add" }, { permission: "people.roles.change" }],
    });
    const told = async (by: string) => {
      const { detail, extra } = await problemOf(invite(BILLING, { overrides: [on("people.members.add")] }, by));
      return extra.fields ?? detail;
    };
    const { name } = await portal.owner.contact.findFirstOrThrow({
      where: { accountId: northwind.accountId, email: BILLING },
    });
    expect(await told(OWNER)).toEqual({ email: [`${name} already is on this account with this address.`] });
    expect(await told("recruiter@northwind.example")).toEqual({
      email: ["Someone with this address is already on this account."],
    });
  });

  test("cannot grant more than its sender may grant", async () => {
    const order = { roles: ["billing"], overrides: [on("services.order")] };
    expect(await problemOf(invite("more@northwind.example", order, ADMINISTRATOR))).toMatchObject({
      code: "refused",
      extra: { refusal: "reserved-to-owner" },
    });
    const cancel = { roles: ["billing"], overrides: [on("services.cancel")] };
    expect((await problemOf(invite("more@northwind.example", cancel))).extra.refusal).toBe("reserved-to-owner");
    expect((await problemOf(invite("more@northwind.example", undefined, BILLING))).extra.permission).toBe(
      "people.members.add",
    );
    const inviter = await northwind.member({
      permissions: [{ permission: "people.members.add" }, { permission: "people.roles.change" }],
    });
    expect(await problemOf(invite("more@northwind.example", { roles: ["billing"] }, inviter.email))).toMatchObject({
      code: "refused",
      extra: { refusal: "not-yours-to-give" },
    });
    expect(await portal.owner.contact.count({ where: { email: "more@northwind.example" } })).toBe(0);
    await invite("ordering@northwind.example", order, OWNER);
  });
});

describe("a notification-only contact", () => {
  test("gets nothing until the address is confirmed, then the chosen notifications", async () => {
    const email = "accounts-payable@northwind.example";
    const { contactId } = await northwind.ask(OWNER, addNonMember, {
      name: "Kreditoren",
      email,
      notices: ["notices.invoices.receive", "notices.invoices.receive"],
    });
    const [before] = (await northwind.ask(OWNER, listNonMembers, { q: "kreditoren" })).items;
    expect(before).toMatchObject({
      id: contactId,
      standing: "active",
      details: { emailVerified: false, notices: ["Receive invoices"] },
    });
    const link = /\/verify-email\/(\S+)/.exec((await northwind.mailTo(email)).text)?.[1] ?? "";
    await verifyEmail(link, "192.0.2.7");
    const [after] = (await northwind.ask(OWNER, listNonMembers, { q: "kreditoren" })).items;
    expect(after?.details?.emailVerified).toBe(true);

    const version = await northwind.version(contactId);
    await northwind.ask(OWNER, updateEmail, { contactId, version, email: "payable@northwind.example" });
    expect((await northwind.row(contactId)).emailVerifiedAt).toBeNull();
    expect((await problemOf(verifyEmail(link, "192.0.2.7"))).code).toBe("conflict");
    await northwind.ask(OWNER, removePerson, { contactId });
    expect((await northwind.ask(OWNER, listNonMembers, { q: "payable@" })).total).toBe(0);
  });

  test("can be asked again until the address is confirmed", async () => {
    const email = "slow@northwind.example";
    const notices = ["notices.billing.receive"] as const;
    const { contactId } = await northwind.ask(ADMINISTRATOR, addNonMember, {
      name: "Slow",
      email,
      notices: [...notices],
    });
    await northwind.ask(ADMINISTRATOR, resendInvite, { contactId });
    expect(await portal.owner.outboxMail.count({ where: { toAddress: email } })).toBe(2);
    const { notices: confirmed } = northwind.contacts;
    const problem = await problemOf(northwind.ask(OWNER, resendInvite, { contactId: confirmed }));
    expect(problem.code).toBe("conflict");
  });
});
