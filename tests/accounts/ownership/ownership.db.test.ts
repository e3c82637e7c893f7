import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptOwnership } from "@/lib/accounts/ownership/accept-ownership";
import { declineOwnership } from "@/lib/accounts/ownership/decline-ownership";
import { offerOwnership } from "@/lib/accounts/ownership/offer-ownership";
import { viewOwnership } from "@/lib/accounts/ownership/view-ownership";
import { withdrawOffer } from "@/lib/accounts/ownership/withdraw-offer";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { createToken } from "@/lib/identity/tokens/create-token";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import {
  type AccessFixture,
  ADMINISTRATOR,
  accessFixture,
  OWNER,
  SUPPORT,
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

const offer = (contactId: string, by = OWNER) => northwind.ask(by, offerOwnership, { contactId });
const view = (by: string) => northwind.ask(by, viewOwnership, {});
const ownerOf = async () =>
  (await portal.owner.account.findUniqueOrThrow({ where: { id: northwind.accountId } })).ownerContactId;

describe("an ownership transfer", () => {
  test("is told to both people in their own languages, whoever answers it", async () => {
    const read = (email: string, locale: string) => portal.owner.person.update({ where: { email }, data: { locale } });
    await read(OWNER, "de-DE");
    const { offerId } = await offer(northwind.contacts.support);
    await northwind.ask(SUPPORT, declineOwnership, { offerId });
    expect((await northwind.mailTo(SUPPORT)).subject).toContain("wants to transfer ownership of");
    expect((await northwind.mailTo(OWNER)).subject).toMatch(/ hat die Inhaberschaft von .* abgelehnt$/);
    await read(OWNER, "en-GB");
  });

  test("is visible to the two people involved, and can be declined, restarted and withdrawn", async () => {
    const { support } = northwind.contacts;
    const { offerId } = await offer(support);
    expect((await view(OWNER)).offer).toMatchObject({
      id: offerId,
      to: { contactId: support },
      toYou: false,
      over: false,
    });
    expect((await view(SUPPORT)).offer).toMatchObject({ id: offerId, toYou: true });
    expect(await view(ADMINISTRATOR)).toMatchObject({ offer: null, candidates: [], owner: { name: "Ingrid Solheim" } });
    expect((await northwind.mailTo(SUPPORT)).text).toContain(`/a/${northwind.accountId}/people/ownership`);
    expect((await problemOf(offer(northwind.contacts.administrator))).code).toBe("conflict");

    await northwind.ask(SUPPORT, declineOwnership, { offerId });
    expect((await northwind.mailTo(OWNER)).subject).toContain("declined");
    expect((await problemOf(northwind.ask(SUPPORT, acceptOwnership, { offerId }))).code).toBe("not-found");
    const { offerId: second } = await offer(support);
    await northwind.ask(OWNER, withdrawOffer, { offerId: second });
    expect((await problemOf(northwind.ask(SUPPORT, acceptOwnership, { offerId: second }))).code).toBe("not-found");
    expect(await ownerOf()).toBe(northwind.contacts.owner);
  });

  test("can only be started by the owner and accepted by its recipient", async () => {
    const { support, administrator } = northwind.contacts;
    expect((await problemOf(offer(administrator, ADMINISTRATOR))).extra.permission).toBe("account.ownership.transfer");
    const { offerId } = await offer(support);
    for (const stranger of [ADMINISTRATOR, OWNER]) {
      for (const operation of [acceptOwnership, declineOwnership] as const) {
        expect((await problemOf(northwind.ask(stranger, operation, { offerId }))).code).toBe("not-found");
      }
    }
    expect((await problemOf(northwind.ask(ADMINISTRATOR, withdrawOffer, { offerId }))).code).toBe("refused");
    await northwind.ask(OWNER, withdrawOffer, { offerId });
  });

  test("cannot be accepted with a token that may only view the account", async () => {
    const { offerId } = await offer(northwind.contacts.support);
    const token = async (permissions: string[]): Promise<Caller> => {
      const made = await execute(await portal.as(SUPPORT), null, createToken, { name: "reader", permissions });
      return { credential: { by: "token", hash: hashToken(made.token) }, via: "token", ip: "192.0.2.71" };
    };
    const reader = await token(["account.view", "dashboard.view"]);
    for (const operation of [acceptOwnership, declineOwnership] as const) {
      const problem = await problemOf(execute(reader, northwind.accountId, operation, { offerId }));
      expect([problem.code, problem.extra.permission]).toEqual(["refused", "profile.manage"]);
    }
    expect(await ownerOf()).toBe(northwind.contacts.owner);
    const own = await token(["account.view", "profile.manage"]);
    await execute(own, northwind.accountId, declineOwnership, { offerId });
  });

  test("is refused to people who cannot own: no login, an unconfirmed address, suspended, invited, oneself", async () => {
    const { notices, owner } = northwind.contacts;
    const unverified = await northwind.member({ email: "unverified@northwind.example" });
    await portal.owner.person.updateMany({ where: { email: unverified.email }, data: { emailVerifiedAt: null } });
    await portal.owner.contact.updateMany({ where: { id: unverified.id }, data: { emailVerifiedAt: null } });
    const suspended = await northwind.member({ status: "suspended" });
    const invited = await northwind.member({ status: "invited" });
    for (const contactId of [notices, unverified.id, suspended.id, invited.id]) {
      expect((await problemOf(offer(contactId))).extra.fields).toHaveProperty("contactId");
    }
    expect((await problemOf(offer(owner))).extra.refusal).toBe("last-owner");
    const { candidates } = await view(OWNER);
    const offered = candidates.map(({ contactId }) => contactId);
    expect(offered).toContain(northwind.contacts.administrator);
    for (const contactId of [notices, unverified.id, suspended.id, invited.id, owner])
      expect(offered).not.toContain(contactId);
  });

  test("expires, and then allows another", async () => {
    const { support, administrator } = northwind.contacts;
    const { offerId } = await offer(support);
    await portal.owner.ownershipTransfer.updateMany({
      where: { id: offerId },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await view(SUPPORT)).offer?.over).toBe(true);
    expect((await problemOf(northwind.ask(SUPPORT, acceptOwnership, { offerId }))).code).toBe("conflict");
    const { offerId: next } = await offer(administrator);
    await northwind.ask(OWNER, withdrawOffer, { offerId: next });
  });

  test("ends when its recipient is removed", async () => {
    for (const operation of [suspendPerson, removePerson] as const) {
      const { id, email } = await northwind.member({ roles: ["support"] });
      const { offerId } = await offer(id);
      await northwind.ask(ADMINISTRATOR, operation, { contactId: id });
      const { code } = await problemOf(northwind.ask(email, acceptOwnership, { offerId }));
      expect(code).toBe(operation === suspendPerson ? "refused" : "not-found");
      expect((await view(OWNER)).offer).toBeNull();
    }
    expect(await ownerOf()).toBe(northwind.contacts.owner);
  });
});

describe("accepting ownership", () => {
  test("swaps the owner, notifies both, and removes limits of the new owner", async () => {
    const { web1 } = portal.demo.northwind.services;
    const heir = await northwind.member({
      name: "Heir Apparent",
      roles: ["support"],
      permissions: [{ permission: "links.add", effect: "off" }],
      services: [web1],
      endsAt: new Date("2091-01-01T00:00:00Z"),
    });
    const { offerId } = await offer(heir.id);
    await northwind.ask(heir.email, acceptOwnership, { offerId });
    expect(await ownerOf()).toBe(heir.id);
    expect(await northwind.row(heir.id)).toMatchObject({ endsAt: null, limitedToServices: false, status: "active" });
    const mine = { contactId: heir.id };
    expect(await portal.owner.contactRole.count({ where: mine })).toBe(0);
    expect(await portal.owner.contactPermission.count({ where: mine })).toBe(0);
    expect(await portal.owner.contactService.count({ where: mine })).toBe(0);
    const before = await northwind.ask(heir.email, viewPerson, { contactId: northwind.contacts.owner });
    expect(before).toMatchObject({
      isOwner: false,
      details: { roles: [{ role: "administrator", givenBy: "Heir Apparent" }] },
    });
    expect((await northwind.mailTo(OWNER)).subject).toBe("Heir Apparent now owns Northwind Robotics");
    expect((await northwind.mailTo(heir.email)).subject).toBe("You now own Northwind Robotics");
    expect(await northwind.lastEvent()).toMatchObject({
      operation: "ownership.accept",
      details: { before: { owner: northwind.contacts.owner }, after: { owner: heir.id } },
    });
    expect((await problemOf(offer(northwind.contacts.support))).extra.permission).toBe("account.ownership.transfer");
    const { offerId: back } = await offer(northwind.contacts.owner, heir.email);
    await northwind.ask(OWNER, acceptOwnership, { offerId: back });
    expect(await ownerOf()).toBe(northwind.contacts.owner);
  });

  test("is refused on a closed account", async () => {
    const { offerId } = await offer(northwind.contacts.support);
    const where = { id: northwind.accountId };
    await portal.owner.account.update({ where, data: { status: "closed", closedAt: new Date() } });
    expect((await problemOf(northwind.ask(SUPPORT, acceptOwnership, { offerId }))).code).toBe("conflict");
    await portal.owner.account.update({ where, data: { status: "active", closedAt: null } });
    await northwind.ask(OWNER, withdrawOffer, { offerId });
  });
});
