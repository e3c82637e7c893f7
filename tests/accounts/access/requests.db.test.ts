import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerRequest } from "@/lib/accounts/access/answer-request";
import { askForPermission } from "@/lib/accounts/access/ask-for-permission";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { listRequests } from "@/lib/accounts/access/list-requests";
import { listOwnRequests } from "@/lib/accounts/access/own-requests";
import { viewOwnership } from "@/lib/accounts/ownership/view-ownership";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import {
  type AccessFixture,
  ADMINISTRATOR,
  accessFixture,
  noAccess,
  OWNER,
  off,
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

async function asker(permission: Permission, message?: string) {
  const { id, email } = await northwind.member({ roles: ["support"] });
  const { requestId, asked } = await northwind.ask(email, askForPermission, { permission, message });
  return { contactId: id, email, requestId, asked };
}
const answer = (requestId: string, answer: "grant" | "decline", more: object = {}, by = ADMINISTRATOR) =>
  northwind.ask(by, answerRequest, { requestId, answer, ...more });

async function held(contactId: string, key: Permission): Promise<boolean | undefined> {
  const { details } = await northwind.ask(OWNER, viewPerson, { contactId });
  return details?.access.flatMap(({ permissions }) => permissions).find(({ permission }) => permission === key)
    ?.allowed;
}

describe("an access request", () => {
  test("is emailed only to people who can grant it", async () => {
    const { asked, email } = await asker("billing.invoices.view", "For the audit.");
    expect(asked.sort()).toEqual(["Ingrid Solheim", "Marcus Okafor"]);
    const mail = await northwind.mailTo(ADMINISTRATOR);
    expect(mail.text).toContain("For the audit.");
    expect(mail.text).toContain(`/a/${northwind.accountId}/people/requests`);
    expect((await northwind.ask(email, listOwnRequests, {})).items).toMatchObject([
      { permission: "billing.invoices.view" },
    ]);
    const { asked: onlyOwner } = await asker("services.order");
    expect(onlyOwner).toEqual(["Ingrid Solheim"]);
  });

  test("is created once, even if submitted ten times at once", async () => {
    const { id, email } = await northwind.member({ roles: ["support"] });
    const clicks = Array.from({ length: 10 }, () =>
      northwind.ask(email, askForPermission, { permission: "people.export" }),
    );
    const results = await Promise.allSettled(clicks);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = results.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["conflict"]));
    expect(await portal.owner.permissionRequest.count({ where: { contactId: id, status: "open" } })).toBe(1);
  });

  test("is rate-limited per person", async () => {
    const { id, email } = await northwind.member({ roles: ["support"] });
    const other = await northwind.member({ roles: ["support"] });
    const codes: string[] = [];
    for (const permission of permissionKeys.filter((key) => /^(billing|people|account|activity)\./.test(key))) {
      const ask = northwind.ask(email, askForPermission, { permission });
      codes.push(
        await ask.then(
          () => "asked",
          ({ code }) => code,
        ),
      );
    }
    expect(codes.filter((code) => code === "asked")).toHaveLength(20);
    expect(codes.at(-1)).toBe("too-many");
    await northwind.ask(other.email, askForPermission, { permission: "people.export" });
    await portal.owner.permissionRequest.deleteMany({ where: { contactId: { in: [id, other.id] } } });
  });

  test("is not sent to people without a login or confirmed address, or who cannot answer or grant it", async () => {
    const invited = await northwind.member({ roles: ["administrator"], status: "invited" });
    await portal.owner.contact.update({ where: { id: invited.id }, data: { emailVerifiedAt: new Date() } });
    const mayNotAnswer = await northwind.member({
      roles: ["administrator"],
      permissions: [{ permission: "people.requests.answer", effect: "off" }],
    });
    const mayNotGive = await northwind.member({ permissions: [{ permission: "people.requests.answer" }] });
    const unproven = await northwind.member({ roles: ["administrator"], name: "Una Unproven" });
    await portal.owner.person.updateMany({ where: { email: unproven.email }, data: { emailVerifiedAt: null } });
    await portal.owner.contact.update({ where: { id: unproven.id }, data: { emailVerifiedAt: null } });
    const asking = await northwind.member({ roles: ["support"] });
    const { asked } = await northwind
      .ask(asking.email, askForPermission, { permission: "support.tickets.view" })
      .catch(() => ({ asked: null }));
    expect(asked).toBeNull();
    const own = await northwind.ask(asking.email, askForPermission, { permission: "billing.invoices.pay" });
    expect(own.asked.sort()).toEqual(["Ingrid Solheim", "Marcus Okafor"]);
    const others = [invited, unproven, mayNotAnswer, mayNotGive, asking];
    for (const { email } of others) {
      expect(await portal.owner.outboxMail.count({ where: { toAddress: email, template: "permission-request" } })).toBe(
        0,
      );
    }
    await portal.owner.contact.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } });
  });

  test("is refused on a closed account", async () => {
    const { email } = await northwind.member({ roles: ["support"] });
    const where = { id: northwind.accountId };
    await portal.owner.account.update({ where, data: { status: "closed", closedAt: new Date() } });
    const problem = await problemOf(northwind.ask(email, askForPermission, { permission: "people.export" }));
    await portal.owner.account.update({ where, data: { status: "active", closedAt: null } });
    expect(problem).toMatchObject({ code: "conflict", detail: expect.stringContaining("closed") });
    await northwind.ask(email, askForPermission, { permission: "people.export" });
  });

  test("names no one to people who may not see members, and neither do the refusal and the answer", async () => {
    const blind = { permissions: [{ permission: "account.view" as const }] };
    const { id, email } = await northwind.member(blind);
    const refused = await problemOf(northwind.ask(email, listInvoices, {}));
    expect(refused.detail).toBe("You need “View invoices”. The account owner or an administrator can grant it to you.");
    expect(refused.extra.grantors).toEqual([]);
    expect((await northwind.ask(email, viewOwnership, {})).owner).toBeNull();
    const { requestId, asked } = await northwind.ask(email, askForPermission, { permission: "billing.invoices.view" });
    expect(asked).toEqual([]);
    expect((await northwind.mailTo(ADMINISTRATOR)).text).toContain("View invoices");
    await answer(requestId, "decline");
    const mail = await northwind.mailTo(email);
    expect(mail.text).toContain("The account owner or an administrator declined your request");
    for (const name of ["Ingrid", "Solheim", "Marcus", "Okafor"]) {
      expect(mail.text + mail.html + mail.subject).not.toContain(name);
    }
    const sees = await northwind.member({ roles: ["support"] });
    expect((await problemOf(northwind.ask(sees.email, listInvoices, {}))).extra.grantors).toContain("Ingrid Solheim");
    await portal.owner.contact.delete({ where: { id } });
  });

  test("is refused for a permission the person already has or that cannot be granted", async () => {
    const { email } = await northwind.member({ roles: ["support"] });
    const ask = (permission: Permission) => problemOf(northwind.ask(email, askForPermission, { permission }));
    expect((await ask("support.tickets.view")).code).toBe("conflict");
    expect((await ask("services.cancel")).extra.fields).toHaveProperty("permission");
    expect((await ask("staff.roles.give")).extra.fields).toHaveProperty("permission");
  });
});

describe("answering an access request", () => {
  test("grants the one permission and notifies the requester", async () => {
    const { contactId, email, requestId } = await asker("billing.invoices.view");
    await answer(requestId, "grant");
    expect(await held(contactId, "billing.invoices.view")).toBe(true);
    expect(await held(contactId, "billing.invoices.pay")).toBe(false);
    expect((await northwind.mailTo(email)).subject).toBe("“View invoices” on Northwind Robotics: granted");
    expect(await northwind.lastEvent()).toMatchObject({ operation: "people.answer-request", targetId: contactId });
    expect(await problemOf(answer(requestId, "decline"))).toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("Marcus"),
    });
    expect(await held(contactId, "billing.invoices.view")).toBe(true);
  });

  test("grants until a date", async () => {
    const { contactId, requestId } = await asker("people.export");
    await answer(requestId, "grant", { endsAt: "2091-01-31" });
    const { details } = await northwind.ask(OWNER, viewPerson, { contactId });
    expect(details?.permissions).toMatchObject([{ permission: "people.export", endsAt: "2091-01-31T22:59:59.999Z" }]);
    const other = await asker("people.export");
    expect((await problemOf(answer(other.requestId, "grant", { endsAt: "2020-01-31" }))).extra.fields).toHaveProperty(
      "endsAt",
    );
  });

  test("grants a permission that was denied before", async () => {
    const { id: contactId, email } = await northwind.member({ roles: ["support"] });
    await northwind.ask(OWNER, changeAccess, {
      ...noAccess,
      contactId,
      version: 1,
      roles: ["support"],
      overrides: [off("support.tickets.open")],
    });
    const { requestId } = await northwind.ask(email, askForPermission, { permission: "support.tickets.open" });
    await answer(requestId, "grant");
    expect(await held(contactId, "support.tickets.open")).toBe(true);
  });

  test("changes nothing when declined, and allows another request", async () => {
    const { contactId, email, requestId } = await asker("people.export");
    await answer(requestId, "decline");
    expect(await held(contactId, "people.export")).toBe(false);
    expect((await northwind.mailTo(email)).subject).toContain("declined");
    await northwind.ask(email, askForPermission, { permission: "people.export" });
  });

  test("follows the rules of every change: an administrator cannot grant “Order services”", async () => {
    const { contactId, requestId } = await asker("services.order");
    const listed = await northwind.ask(ADMINISTRATOR, listRequests, { status: "open" });
    expect(listed.items.find(({ id }) => id === requestId)?.locked).toContain("Only the account owner");
    expect((await problemOf(answer(requestId, "grant"))).extra.refusal).toBe("reserved-to-owner");
    expect(await held(contactId, "services.order")).toBe(false);
    const owners = await northwind.ask(OWNER, listRequests, { status: "open" });
    expect(owners.items.find(({ id }) => id === requestId)?.locked).toBeNull();
    await answer(requestId, "grant", {}, OWNER);
    expect(await held(contactId, "services.order")).toBe(true);
  });

  test("is not possible for the requester, or after they are removed", async () => {
    const { contactId, email, requestId } = await asker("people.export");
    expect((await problemOf(answer(requestId, "grant", {}, email))).extra.permission).toBe("people.requests.answer");
    await northwind.ask(OWNER, removePerson, { contactId });
    expect((await problemOf(answer(requestId, "grant"))).code).toBe("conflict");
    const row = await portal.owner.permissionRequest.findUniqueOrThrow({ where: { id: requestId } });
    expect(row).toMatchObject({ status: "declined", decidedByName: "Ingrid Solheim" });
  });
});

describe("a permission for a while", () => {
  const forHours = async (hours: number, permission: Permission = "billing.invoices.view", plan: object = {}) => {
    const { id, email } = await northwind.member({ roles: ["support"], ...plan });
    const { requestId } = await northwind.ask(email, askForPermission, { permission, hours });
    return { contactId: id, email, requestId };
  };
  const override = (contactId: string) => portal.owner.contactPermission.findFirst({ where: { contactId } });

  test("is shown with its end to those who can grant it, in the mail and before they do", async () => {
    const { requestId } = await forHours(4);
    expect((await northwind.mailTo(OWNER)).text).toContain("4 hours");
    const { items } = await northwind.ask(OWNER, listRequests, { status: "open" });
    const shown = items.find(({ id }) => id === requestId);
    expect(shown).toMatchObject({ hours: 4, locked: null, condition: "once issued" });
    expect(shown?.wouldEndAt).not.toBeNull();
  });

  test("ends by itself: it works until then, and not on the first request after it", async () => {
    const { contactId, email, requestId } = await forHours(4);
    expect((await problemOf(northwind.ask(email, listInvoices, {}))).code).toBe("refused");
    const before = Date.now();
    await answer(requestId, "grant");
    const granted = await override(contactId);
    const hours = ((granted?.endsAt?.getTime() ?? 0) - before) / 3_600_000;
    expect(hours).toBeGreaterThanOrEqual(4);
    expect(hours).toBeLessThan(4.1);
    await northwind.ask(email, listInvoices, {});
    await portal.owner.contactPermission.updateMany({ where: { contactId }, data: { endsAt: new Date() } });
    expect((await problemOf(northwind.ask(email, listInvoices, {}))).detail).toContain("You had “View invoices” until");
  });

  test("is granted for another time, or for good, if the person who grants it says so", async () => {
    const first = await forHours(4);
    await answer(first.requestId, "grant", { endsAt: "2091-01-31" });
    expect((await override(first.contactId))?.endsAt?.toISOString()).toBe("2091-01-31T22:59:59.999Z");
    const second = await forHours(4);
    await answer(second.requestId, "grant", { lasting: true });
    expect((await override(second.contactId))?.endsAt).toBeNull();
  });

  test("doesn't lift a denial, which would be gone for good afterwards", async () => {
    const denied = { permissions: [{ permission: "support.tickets.open", effect: "off" }] };
    const { contactId, requestId } = await forHours(2, "support.tickets.open", denied);
    expect((await problemOf(answer(requestId, "grant"))).detail).toContain("can't be lifted for a while only");
    expect(await override(contactId)).toMatchObject({ effect: "off", endsAt: null });
    await answer(requestId, "grant", { lasting: true });
    expect(await held(contactId, "support.tickets.open")).toBe(true);
  });

  test("is granted by somebody who holds it long enough", async () => {
    const until = new Date(Date.now() + 6 * 3_600_000);
    const by = await northwind.member({ roles: ["administrator"], endsAt: until });
    const long = await forHours(8);
    expect((await problemOf(answer(long.requestId, "grant", {}, by.email))).extra.refusal).toBe("not-yours-to-give");
    const short = await forHours(2);
    await answer(short.requestId, "grant", {}, by.email);
    expect(await override(short.contactId)).not.toBeNull();
  });

  test("is for at most 30 days", async () => {
    const { email } = await northwind.member({ roles: ["support"] });
    for (const hours of [0, 721, 1.5]) {
      const asked = northwind.ask(email, askForPermission, { permission: "people.export", hours });
      expect((await problemOf(asked)).code).toBe("invalid");
    }
  });
});
