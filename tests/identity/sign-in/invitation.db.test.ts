import { afterAll, beforeAll, expect, it } from "vitest";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import { revokeInvite } from "@/lib/accounts/access/revoke-invite";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { acceptInvitation, joinByInvitation } from "@/lib/identity/sign-in/accept-invitation";
import { findInvitation } from "@/lib/identity/sign-in/find-invitation";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { withLanguage } from "@/lib/platform/language/with-language";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { tokenMailed } from "./mail-link";
import { settle } from "./settle";

let portal: TestPortal;
let owner: Caller;
let northwind: string;
beforeAll(async () => {
  portal = await testPortal();
  owner = await portal.as("owner@northwind.example");
  northwind = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const visitor = { ip: "192.0.2.40", userAgent: "Test/1.0" };
const newPassword = "a gate of seven bars";
let count = 0;

async function invited(email = `new-${++count}@northwind.example`) {
  const { contactId } = await execute(owner, northwind, invitePerson, {
    name: "Ada Brandt",
    email,
    roles: ["billing"],
  });
  return { email, contactId, token: await tokenMailed(portal, email, "invitation") };
}

const contact = (id: string) => portal.owner.contact.findUniqueOrThrow({ where: { id }, include: { person: true } });
const personId = async (email: string) => (await portal.owner.person.findUniqueOrThrow({ where: { email } })).id;

it("an invitation shows what it is for, and is not used by viewing it", async () => {
  const { email, token } = await invited();
  for (let look = 0; look < 3; look++) {
    expect(await findInvitation(token)).toMatchObject({
      state: "open",
      accountName: "Northwind Robotics",
      invitedBy: "Ingrid Solheim",
      email,
      access: "Billing",
      hasLogin: false,
    });
  }
  expect(await findInvitation("not-a-token")).toBeNull();
});

it("a new login keeps the language of the page on which it was created", async () => {
  const { email, token } = await invited();
  await withLanguage("de-DE", () => joinByInvitation({ token, name: "Ada Brandt", newPassword }, visitor));
  expect(await portal.owner.person.findUniqueOrThrow({ where: { email } })).toMatchObject({ locale: "de-DE" });
});

it("accepting an invitation creates a login, joins the account and opens a session", async () => {
  const { email, contactId, token } = await invited();
  const { accountId, sessionToken } = await joinByInvitation({ token, name: "Ada B. Brandt", newPassword }, visitor);
  expect(accountId).toBe(northwind);
  const joined = await contact(contactId);
  expect(joined).toMatchObject({ status: "active", name: "Ada B. Brandt", person: { email, name: "Ada B. Brandt" } });
  expect(joined.emailVerifiedAt).not.toBeNull();
  expect(joined.person?.emailVerifiedAt).not.toBeNull();
  const caller = {
    credential: { by: "session", hash: hashToken(sessionToken) },
    via: "page",
    ip: "192.0.2.40",
  } as const;
  const { items } = await execute(caller, null, listAccounts, {});
  expect(items.map(({ name, rolesInWords }) => [name, rolesInWords])).toEqual([["Northwind Robotics", "Billing"]]);
  expect(await findInvitation(token)).toMatchObject({ state: "accepted" });
  const logged = await portal.owner.auditEvent.findFirst({
    where: { operation: "identity.accept-invitation", targetId: contactId },
  });
  expect(logged).toMatchObject({ accountId: northwind, actorName: "Ada B. Brandt" });
});

it("an invitation is accepted once, however many try at once", async () => {
  const { email, token, contactId } = await invited();
  const tries = Array.from({ length: 12 }, (_, n) =>
    joinByInvitation({ token, name: `Ada ${n}`, newPassword }, visitor),
  );
  const { answers, problems } = await settle(tries);
  expect(answers).toHaveLength(1);
  expect(problems).toEqual(Array(11).fill("conflict"));
  expect(await portal.owner.person.count({ where: { email } })).toBe(1);
  expect(await contact(contactId)).toMatchObject({ status: "active" });
});

it("an invitation is either accepted or revoked when both happen at once", async () => {
  for (let round = 0; round < 6; round++) {
    const { email, token, contactId } = await invited();
    const [joined, revoked] = await Promise.allSettled([
      joinByInvitation({ token, name: "Ada", newPassword }, visitor),
      execute(owner, northwind, revokeInvite, { contactId }),
    ]);
    expect([joined.status, revoked.status].sort()).toEqual(["fulfilled", "rejected"]);
    const { status } = await contact(contactId);
    expect(status).toBe(joined.status === "fulfilled" ? "active" : "removed");
    expect(await portal.owner.person.count({ where: { email } })).toBe(joined.status === "fulfilled" ? 1 : 0);
  }
});

it("an invitation takes one click for a signed-in person", async () => {
  const email = "owner@globex.example";
  const { token } = await invited(email);
  expect(await findInvitation(token)).toMatchObject({ hasLogin: true });
  expect((await problemOf(joinByInvitation({ token, name: "Mallory", newPassword }, visitor))).code).toBe("conflict");
  const before = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  expect(await acceptInvitation({ token }, { personId: before.id }, visitor.ip)).toBe(northwind);
  expect(await portal.owner.person.findUniqueOrThrow({ where: { email } })).toEqual(before);
  const { items } = await execute(await portal.as(email), null, listAccounts, {});
  expect(items.map(({ name }) => name)).toEqual(["Globex Labs", "Northwind Robotics"]);
});

it("an invitation only works for its address", async () => {
  const { token, contactId } = await invited();
  const other = { personId: await personId("owner@globex.example") };
  const { detail } = await problemOf(acceptInvitation({ token }, other, visitor.ip));
  expect(detail).toBe("This invitation is for a different email address.");
  expect(await contact(contactId)).toMatchObject({ status: "invited", personId: null });
});

it("an invitation expires after 7 days", async () => {
  const { token } = await invited();
  const { sentAt, expiresAt } = await portal.owner.invitation.findUniqueOrThrow({
    where: { tokenHash: hashToken(token) },
  });
  expect(expiresAt.getTime() - sentAt.getTime()).toBe(7 * 86_400_000);
  await portal.owner.invitation.updateMany({ where: { tokenHash: hashToken(token) }, data: { expiresAt: new Date() } });
  expect(await findInvitation(token)).toMatchObject({ state: "expired" });
  expect((await problemOf(joinByInvitation({ token, name: "Ada", newPassword }, visitor))).detail).toMatch(
    /has expired/,
  );
});

it("an invitation stops working when revoked or when the account is closed", async () => {
  const { token, contactId } = await invited();
  await execute(owner, northwind, revokeInvite, { contactId });
  expect(await findInvitation(token)).toMatchObject({ state: "revoked" });
  expect((await problemOf(joinByInvitation({ token, name: "Ada", newPassword }, visitor))).code).toBe("conflict");
  const late = await invited();
  await portal.owner.account.update({ where: { id: northwind }, data: { status: "closed", closedAt: new Date() } });
  expect((await problemOf(joinByInvitation({ ...late, name: "Ada", newPassword }, visitor))).detail).toMatch(/closed/);
  await portal.owner.account.update({ where: { id: northwind }, data: { status: "active", closedAt: null } });
});
