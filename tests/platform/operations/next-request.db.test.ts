import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rest } from "@/lib/http/rest";
import { submitForm } from "@/lib/http/submit-form";
import { env } from "@/lib/platform/config/env";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { withRequest } from "@/lib/platform/operations/execute";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

/** A support contact with a session and a token, and whether each of these can read tickets now. */
async function livePerson() {
  const email = `live-${newSecretToken().slice(0, 8).toLowerCase()}@northwind.example`;
  const { id: accountId } = portal.demo.northwind;
  const contactId = await buildContact(portal.owner, accountId, { email, name: "Live Person", roles: ["support"] });
  const { personId } = await portal.owner.contact.findUniqueOrThrow({ where: { id: contactId } });
  const caller = await portal.as(email);
  const cookie = await portal.cookie(email);
  const token = newSecretToken();
  const permissions = ["support.tickets.view", "support.tickets.open"];
  const { id: tokenId } = await portal.owner.apiToken.create({
    data: {
      personId: personId ?? "",
      name: "t",
      tokenHash: hashToken(token),
      prefix: "pc_",
      permissions,
      expiresAt: addDays(new Date(), 1),
    },
  });
  const url = new URL(`/api/v1/accounts/${accountId}/tickets`, env().PORTAL_URL);
  const statusOf = async (headers: Record<string, string>) => (await rest(new Request(url, { headers }))).status;
  const ways = {
    page: () =>
      withRequest(caller, { accountId }, ({ execute }) => execute(listTickets, {})).then(
        () => 200,
        (problem) => problem.status as number,
      ),
    action: async () => {
      const form = new FormData();
      const fields = { subject: "Live", message: "Hello", idempotencyKey: newSecretToken() };
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const sent = { origin: env().PORTAL_URL, operationName: "tickets.open", accountId, form };
      const state = await submitForm({ ...caller, via: "form" }, sent);
      return state.status === "done" ? 200 : state.status === "refused" ? 403 : 404;
    },
    api: () => statusOf({ cookie }),
    token: () => statusOf({ authorization: `Bearer ${token}` }),
  };
  const now = async () => ({
    page: await ways.page(),
    action: await ways.action(),
    api: await ways.api(),
    token: await ways.token(),
  });
  return { accountId, contactId, personId: personId ?? "", tokenId, now };
}

const all = (status: number) => ({ page: status, action: status, api: status, token: status });

describe("removed access takes effect on the next request of a live session, in every channel", () => {
  test.each<[string, (person: Awaited<ReturnType<typeof livePerson>>) => Promise<unknown>, number]>([
    ["a role", ({ contactId }) => portal.owner.contactRole.deleteMany({ where: { contactId } }), 403],
    [
      "a role whose end has come",
      ({ contactId }) =>
        portal.owner.contactRole.updateMany({ where: { contactId }, data: { endsAt: new Date(Date.now() - 1000) } }),
      403,
    ],
    [
      "a contact's term",
      ({ contactId }) =>
        portal.owner.contact.update({ where: { id: contactId }, data: { endsAt: new Date(Date.now() - 1000) } }),
      403,
    ],
    [
      "a suspension of the contact",
      ({ contactId }) => portal.owner.contact.update({ where: { id: contactId }, data: { status: "suspended" } }),
      403,
    ],
    [
      "a suspension of the person",
      ({ personId }) => portal.owner.person.update({ where: { id: personId }, data: { suspendedAt: new Date() } }),
      403,
    ],
    [
      "removal",
      ({ contactId }) =>
        portal.owner.contact.update({ where: { id: contactId }, data: { status: "removed", removedAt: new Date() } }),
      404,
    ],
  ])("%s", async (_, take, refused) => {
    const person = await livePerson();
    expect(await person.now()).toEqual(all(200));
    await take(person);
    expect(await person.now()).toEqual(all(refused));
  });

  test("a permission turned off, or a grant that ends", async () => {
    const person = await livePerson();
    const { accountId, contactId } = person;
    const off = ["support.tickets.view", "support.tickets.open"].map((permission) => ({
      accountId,
      contactId,
      permission,
      effect: "off" as const,
      givenByName: "Ingrid Solheim",
    }));
    await portal.owner.contactPermission.createMany({ data: off });
    expect(await person.now()).toEqual(all(403));
    await portal.owner.contactPermission.updateMany({ where: { contactId }, data: { effect: "on" } });
    await portal.owner.contactRole.deleteMany({ where: { contactId } });
    expect(await person.now()).toEqual(all(200));
    await portal.owner.contactPermission.updateMany({
      where: { contactId },
      data: { endsAt: new Date(Date.now() - 1000) },
    });
    expect(await person.now()).toEqual(all(403));
  });

  test("the session and the token, separately", async () => {
    const person = await livePerson();
    await portal.owner.session.updateMany({ where: { personId: person.personId }, data: { revokedAt: new Date() } });
    expect(await person.now()).toMatchObject({ page: 401, api: 401, token: 200 });
    await portal.owner.apiToken.update({ where: { id: person.tokenId }, data: { revokedAt: new Date() } });
    expect(await person.now()).toMatchObject({ token: 401 });
  });

  test("a token allows its own permissions, and never more than its person's", async () => {
    const person = await livePerson();
    await portal.owner.apiToken.update({
      where: { id: person.tokenId },
      data: { permissions: ["billing.invoices.view"] },
    });
    expect(await person.now()).toMatchObject({ page: 200, api: 200, token: 403 });
  });

  test("closing the account", async () => {
    const person = await livePerson();
    await portal.owner.account.update({
      where: { id: person.accountId },
      data: { status: "closed", closedAt: new Date() },
    });
    expect(await person.now()).toEqual(all(403));
    await portal.owner.account.update({ where: { id: person.accountId }, data: { status: "active", closedAt: null } });
  });
});
