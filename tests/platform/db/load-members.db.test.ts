import { afterAll, beforeAll, expect, test } from "vitest";
import type { Credential } from "@/lib/platform/db/credential";
import { loadMemberships } from "@/lib/platform/db/load-memberships";
import { loadMembers } from "@/lib/platform/db/load-subject";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { asIdentity, withTransaction } from "@/lib/platform/db/transaction";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
afterAll(() => portal.close());

test("the people of an account include members and notification-only contacts, but no staff", async () => {
  const member = await buildContact(portal.owner, accountId, { email: "m@x.example", name: "M", roles: ["support"] });
  const notices = await buildContact(portal.owner, accountId, { email: "n@x.example", name: "N", login: false });
  const { personId } = await portal.owner.contact.findUniqueOrThrow({ where: { id: member } });
  const people = await asIdentity((db) => loadMembers(db, accountId, new Date()));
  const of = (id: string) => people.find(({ contactId }) => contactId === id);
  const subject = { accountId, staffRoles: [] };
  expect(of(member)).toMatchObject({
    name: "M",
    email: "m@x.example",
    hasLogin: true,
    subject: { ...subject, personId },
  });
  expect(of(notices)).toMatchObject({ name: "N", hasLogin: false, subject: { ...subject, personId: "" } });
  const seats = await asIdentity((db) => loadMemberships(db as Transaction, personId ?? "", new Date()));
  expect(seats).toMatchObject([{ contactId: member, account: { id: accountId, closed: false }, subject }]);
});

test("the actor has their name on the account, or their own elsewhere, and whether their address is verified", async () => {
  const email = "named@northwind.example";
  const contactId = await buildContact(portal.owner, accountId, { email, name: "Own Name" });
  await portal.owner.contact.update({ where: { id: contactId }, data: { name: "Name Here" } });
  const credential = (await portal.as(email)).credential as Credential;
  const actor = (account: string | null) =>
    withTransaction({ credential, accountId: account, now: new Date() }, async (scope) => scope?.actor);
  for (const emailVerifiedAt of [new Date(), null]) {
    await portal.owner.person.updateMany({ where: { email }, data: { emailVerifiedAt } });
    const emailVerified = emailVerifiedAt !== null;
    expect(await actor(accountId)).toMatchObject({
      name: "Name Here",
      contactId,
      email,
      emailVerified,
      isStaff: false,
    });
    expect(await actor(null)).toMatchObject({ name: "Own Name", contactId: null, emailVerified, isStaff: false });
  }
});
