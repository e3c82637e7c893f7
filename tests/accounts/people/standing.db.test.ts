import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { setTerm } from "@/lib/accounts/access/set-term";
import { listPeople } from "@/lib/accounts/people/list-people";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { restorePerson } from "@/lib/accounts/people/restore-person";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { updateName } from "@/lib/accounts/people/update-name";
import { viewPerson } from "@/lib/accounts/people/view-person";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type AccessFixture, ADMINISTRATOR, accessFixture, noAccess, OWNER, SUPPORT } from "./access-fixture";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

/** A member with support and a session that is open already. */
async function signedIn() {
  const { id, email } = await northwind.member({ roles: ["support"] });
  const caller: Caller = await portal.as(email);
  const works = () => execute(caller, northwind.accountId, listTickets, {});
  await works();
  return { contactId: id, email, works };
}

describe("what is taken away bites on the next request of an open session", () => {
  test("a suspension, and it comes back whole", async () => {
    const { contactId, works } = await signedIn();
    await northwind.ask(ADMINISTRATOR, suspendPerson, { contactId });
    expect(await problemOf(works())).toMatchObject({ code: "refused", detail: expect.stringContaining("suspended") });
    expect((await problemOf(northwind.ask(OWNER, suspendPerson, { contactId }))).code).toBe("conflict");
    await northwind.ask(OWNER, restorePerson, { contactId });
    await works();
    expect((await problemOf(northwind.ask(OWNER, restorePerson, { contactId }))).code).toBe("conflict");
  });

  test("a role", async () => {
    const { contactId, works } = await signedIn();
    await northwind.ask(OWNER, changeAccess, { ...noAccess, contactId, version: 1, roles: ["billing"] });
    expect((await problemOf(works())).extra.permission).toBe("support.tickets.view");
  });

  test("an end that has come", async () => {
    const { contactId, works } = await signedIn();
    const endsAt = new Date(Date.now() + 60_000).toISOString();
    await northwind.ask(OWNER, setTerm, { contactId, version: 1, endsAt });
    await works();
    await portal.owner.contact.update({ where: { id: contactId }, data: { endsAt: new Date(Date.now() - 1) } });
    expect((await problemOf(works())).detail).toContain("ended");
    expect((await northwind.ask(OWNER, viewPerson, { contactId })).standing).toBe("ended");
  });

  test("the seat itself: the account is not to be found any longer", async () => {
    const { contactId, email, works } = await signedIn();
    await northwind.ask(ADMINISTRATOR, removePerson, { contactId });
    expect((await problemOf(works())).code).toBe("not-found");
    expect((await problemOf(northwind.ask(OWNER, viewPerson, { contactId }))).code).toBe("not-found");
    expect((await problemOf(northwind.ask(OWNER, removePerson, { contactId }))).code).toBe("not-found");
    const { items } = await northwind.ask(OWNER, listPeople, { q: email });
    expect(items).toEqual([]);
    const row = await northwind.row(contactId);
    expect(row).toMatchObject({ status: "removed", removedAt: expect.any(Date) });
    expect(await portal.owner.contactRole.count({ where: { contactId } })).toBe(0);
    expect(await northwind.lastEvent()).toMatchObject({ details: { before: { roles: [{ role: "support" }] } } });
  });
});

describe("who may do it", () => {
  test("nobody suspends or removes the owner, not even the owner", async () => {
    const { owner: contactId } = northwind.contacts;
    for (const operation of [suspendPerson, removePerson] as const) {
      expect((await problemOf(northwind.ask(ADMINISTRATOR, operation, { contactId }))).extra.refusal).toBe(
        "reserved-to-owner",
      );
      expect((await problemOf(northwind.ask(OWNER, operation, { contactId }))).extra.refusal).toBe("last-owner");
    }
    expect(await northwind.row(contactId)).toMatchObject({ status: "active" });
  });

  test("nobody suspends themselves; leaving is allowed", async () => {
    const other = await northwind.member({ roles: ["administrator"] });
    expect((await problemOf(northwind.ask(other.email, suspendPerson, { contactId: other.id }))).code).toBe("conflict");
    await northwind.ask(other.email, removePerson, { contactId: other.id });
    expect((await northwind.row(other.id)).status).toBe("removed");
  });

  test("somebody with the permission alone does not remove an administrator", async () => {
    const porter = await northwind.member({ permissions: [{ permission: "people.members.remove" }] });
    const { administrator: contactId } = northwind.contacts;
    const blind = await problemOf(northwind.ask(porter.email, removePerson, { contactId }));
    expect(blind.code).toBe("not-found");
    const seeing = await northwind.member({
      roles: ["support"],
      permissions: [{ permission: "people.members.remove" }],
    });
    const problem = await problemOf(northwind.ask(seeing.email, removePerson, { contactId }));
    expect(problem.extra.refusal).toBe("above-your-own-access");
  });

  test("a person of another account is not there", async () => {
    const { supportContactId: contactId } = portal.demo.globex;
    for (const operation of [suspendPerson, removePerson, restorePerson, viewPerson] as const) {
      expect((await problemOf(northwind.ask(OWNER, operation as typeof viewPerson, { contactId }))).code).toBe(
        "not-found",
      );
    }
    expect((await northwind.row(contactId)).status).toBe("active");
  });

  test("a name is changed on the version that was read", async () => {
    const { id: contactId } = await northwind.member({ roles: ["support"] });
    await northwind.ask(ADMINISTRATOR, updateName, { contactId, version: 1, name: "  Ana \n María  " });
    expect((await northwind.row(contactId)).name).toBe("Ana María");
    const late = northwind.ask(ADMINISTRATOR, updateName, { contactId, version: 1, name: "Late" });
    expect((await problemOf(late)).code).toBe("conflict");
    const refused = northwind.ask(SUPPORT, updateName, { contactId, version: 2, name: "Not mine" });
    expect((await problemOf(refused)).extra.permission).toBe("people.members.update-name");
  });
});
