import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerRequest } from "@/lib/accounts/access/answer-request";
import { askForPermission } from "@/lib/accounts/access/ask-for-permission";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { endRecordGrant } from "@/lib/accounts/access/end-record-grant";
import { listRequests } from "@/lib/accounts/access/list-requests";
import { listOwnRequests } from "@/lib/accounts/access/own-requests";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { find } from "@/lib/home/search/find";
import { addMinutes } from "@/lib/platform/kernel/dates";
import type { Permission } from "@/lib/policy/permissions";
import { revealCredential } from "@/lib/services/login-details/reveal-credential";
import { listServices } from "@/lib/services/services/list-services";
import { viewService } from "@/lib/services/services/view-service";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import {
  type AccessFixture,
  ADMINISTRATOR,
  accessFixture,
  noAccess,
  OWNER,
} from "@/tests/accounts/people/access-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: AccessFixture;
let tickets: { id: string; number: number; subject: string }[];
let services: { id: string; name: string; credentials: { id: string }[] }[];
let foreign: { ticketId: string; serviceId: string };
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
  const accountId = northwind.accountId;
  const select = { id: true, number: true, subject: true } as const;
  tickets = await portal.owner.ticket.findMany({ where: { accountId, mergedIntoId: null }, select, take: 3 });
  services = await portal.owner.service.findMany({
    where: { accountId, credentials: { some: {} } },
    select: { id: true, name: true, credentials: { select: { id: true } } },
    take: 2,
  });
  const other = await portal.owner.ticket.findFirstOrThrow({ where: { accountId: portal.demo.globex.id } });
  foreign = { ticketId: other.id, serviceId: portal.demo.globex.serviceId };
});
afterAll(() => portal.close());

const VIEW = "support.tickets.view";
const LOGINS = "services.credentials.view";
const ticket = (index = 0) => tickets[index] ?? { id: "", number: 0, subject: "" };
const service = (index = 0) => services[index] ?? { id: "", name: "", credentials: [] };

const colleague = (roles: ("billing" | "support")[] = ["billing"]) => northwind.member({ roles });
const ask = (email: string, permission: Permission, recordId: string, hours: number | null = 4) =>
  northwind.ask(email, askForPermission, { permission, recordId, hours });
const answer = (requestId: string, answer: "grant" | "decline" = "grant", more: object = {}, by = OWNER) =>
  northwind.ask(by, answerRequest, { requestId, answer, ...more });
const seen = async (email: string) => (await northwind.ask(email, listTickets, {})).items.map(({ id }) => id);
const grants = (contactId: string) => portal.owner.recordGrant.findMany({ where: { contactId } });

async function granted(permission: Permission, recordId: string, roles?: ("billing" | "support")[]) {
  const one = await colleague(roles);
  const { requestId } = await ask(one.email, permission, recordId);
  await answer(requestId);
  return one;
}

describe("a permission for one ticket", () => {
  test("shows that ticket and no other: page, list, search and reply", async () => {
    const { email } = await granted(VIEW, ticket().id);
    expect(await seen(email)).toEqual([ticket().id]);
    expect((await northwind.ask(email, viewTicket, { ticketId: ticket().id })).number).toBe(ticket().number);
    expect((await problemOf(northwind.ask(email, viewTicket, { ticketId: ticket(1).id }))).code).toBe("not-found");
    const reply = northwind.ask(email, replyToTicket, { ticketId: ticket().id, message: "Hello." });
    expect((await problemOf(reply)).extra.permission).toBe("support.tickets.reply");
    for (const [index, one] of tickets.entries()) {
      const found = JSON.stringify(await northwind.ask(email, find, { q: one.subject }));
      expect(found.includes(one.id)).toBe(index === 0);
    }
  });

  test("is seen in the list if and only if its own check allows it, for everybody with any grants", async () => {
    const people = await Promise.all([0, 1, 2].map((index) => granted(VIEW, ticket(index).id)));
    for (const [index, { email }] of people.entries()) {
      const listed = await seen(email);
      for (const one of tickets) {
        const opened = await northwind.ask(email, viewTicket, { ticketId: one.id }).then(
          () => true,
          () => false,
        );
        expect(opened).toBe(listed.includes(one.id));
      }
      expect(listed).toEqual([ticket(index).id]);
    }
  });

  test("is requested from those who could grant it, who are told which ticket and what it shows", async () => {
    const { email } = await colleague();
    const { requestId, asked } = await ask(email, VIEW, ticket().id);
    expect(asked.sort()).toEqual(["Ingrid Solheim", "Marcus Okafor"]);
    const label = `Ticket #${ticket().number}: ${ticket().subject}`;
    expect((await northwind.mailTo(ADMINISTRATOR)).text).toContain(label);
    const { items } = await northwind.ask(OWNER, listRequests, { status: "open" });
    expect(items.find(({ id }) => id === requestId)).toMatchObject({
      onlyFor: { id: ticket().id, kind: "ticket", name: label, shows: expect.stringContaining("no internal notes") },
      wouldEndAt: expect.any(String),
      locked: null,
    });
    expect((await northwind.ask(email, listOwnRequests, {})).items).toMatchObject([{ recordId: ticket().id }]);
    await answer(requestId, "decline");
    expect((await problemOf(northwind.ask(email, listTickets, {}))).code).toBe("refused");
  });

  test("ends by itself, also if it was to last, and no request follows from it", async () => {
    const one = await colleague();
    const { requestId } = await ask(one.email, VIEW, ticket().id, 1);
    await answer(requestId, "grant", { lasting: true });
    const [grant] = await grants(one.id);
    expect(grant?.endsAt.getTime()).toBeLessThanOrEqual(addMinutes(new Date(), 61).getTime());
    await portal.owner.recordGrant.updateMany({ where: { contactId: one.id }, data: { endsAt: new Date() } });
    const refused = await problemOf(northwind.ask(one.email, viewTicket, { ticketId: ticket().id }));
    expect([refused.code, refused.detail]).toEqual([
      "refused",
      expect.stringContaining("You had “View tickets” until"),
    ]);
  });

  test("is ended at once by whoever may change access, and shown on the person's page until then", async () => {
    const { id: contactId, email } = await granted(VIEW, ticket().id);
    const { details } = await northwind.ask(OWNER, viewPerson, { contactId });
    expect(details?.recordGrants).toMatchObject([
      { permission: VIEW, record: expect.stringContaining(ticket().subject) },
    ]);
    const input = { contactId, grantId: details?.recordGrants[0]?.id ?? "" };
    expect((await problemOf(northwind.ask(email, endRecordGrant, input))).code).toBe("refused");
    await northwind.ask(ADMINISTRATOR, endRecordGrant, input);
    expect((await problemOf(northwind.ask(email, viewTicket, { ticketId: ticket().id }))).code).toBe("refused");
    expect((await problemOf(northwind.ask(ADMINISTRATOR, endRecordGrant, input))).code).toBe("not-found");
  });

  test("stays when other access of the person is changed, and goes when they are removed", async () => {
    const { id: contactId, email } = await granted(VIEW, ticket().id);
    const version = await northwind.version(contactId);
    await northwind.ask(OWNER, changeAccess, { contactId, version, ...noAccess, roles: [] });
    expect(await seen(email)).toEqual([ticket().id]);
    await northwind.ask(OWNER, removePerson, { contactId });
    expect(await grants(contactId)).toEqual([]);
  });
});

describe("a permission for one service", () => {
  test("reveals its credentials and no other's, besides a limit to another service", async () => {
    const { email } = await granted(LOGINS, service().id);
    const logins = async (serviceId: string) => (await northwind.ask(email, viewService, { serviceId })).logins;
    expect([await logins(service().id), await logins(service(1).id)]).toEqual([expect.any(Array), undefined]);
    const reveal = (index: number) => {
      const { id: serviceId, credentials } = service(index);
      return northwind.ask(email, revealCredential, { serviceId, credentialId: credentials[0]?.id ?? "" });
    };
    expect(await reveal(0)).toHaveProperty("secret");
    expect((await problemOf(reveal(1))).code).toBe("not-found");
    expect((await northwind.ask(email, listServices, {})).items.length).toBeGreaterThan(1);
  });

  test("can't be granted where something else keeps it from having an effect", async () => {
    const { id: contactId, email } = await colleague();
    const { requestId } = await ask(email, LOGINS, service().id);
    const off = {
      accountId: northwind.accountId,
      contactId,
      permission: LOGINS,
      effect: "off",
      givenByName: "T",
    } as const;
    await portal.owner.contactPermission.create({ data: off });
    expect((await problemOf(answer(requestId))).detail).toContain("has been denied");
    expect(await grants(contactId)).toEqual([]);
  });
});

describe("a request for a single record", () => {
  test("needs a time, and a permission that is granted on single records", async () => {
    const { email } = await colleague();
    expect((await problemOf(ask(email, VIEW, ticket().id, null))).extra.fields).toHaveProperty("hours");
    expect((await problemOf(ask(email, "people.export", ticket().id))).extra.fields).toHaveProperty("recordId");
  });

  test("is not found for a record of another account, or one that doesn't exist, by whoever sees records of its kind", async () => {
    const { email } = await colleague();
    expect((await problemOf(ask(email, LOGINS, foreign.serviceId))).code).toBe("not-found");
    expect((await problemOf(ask(email, LOGINS, randomUUID()))).code).toBe("not-found");
    const limited = await northwind.member({ roles: ["support"] });
    await portal.owner.contact.update({
      where: { accountId_id: { accountId: northwind.accountId, id: limited.id } },
      data: { limitedToServices: true },
    });
    const problems = await Promise.all(
      [ticket().id, foreign.ticketId, randomUUID()].map((id) => problemOf(ask(limited.email, VIEW, id))),
    );
    expect(new Set(problems.map(({ code, detail }) => `${code} ${detail}`))).toEqual(
      new Set(["not-found Ticket not found."]),
    );
  });

  test("tells somebody who sees no ticket nothing about whether there is one", async () => {
    const { email } = await colleague();
    const told = [];
    for (const id of [ticket().id, foreign.ticketId, randomUUID()]) {
      const { requestId, ...output } = await ask(email, VIEW, id);
      const own = (await northwind.ask(email, listOwnRequests, {})).items.find((one) => one.id === requestId);
      const again = await problemOf(ask(email, VIEW, id));
      told.push(JSON.stringify([output, { ...own, id: "", recordId: "", createdAt: "" }, again.code, again.detail]));
      if (id === ticket().id) continue;
      const [item] = (await northwind.ask(OWNER, listRequests, { status: "open" })).items.filter(
        (one) => one.id === requestId,
      );
      expect(item).toMatchObject({ onlyFor: { name: null }, locked: expect.stringContaining("isn't on this account") });
      expect((await problemOf(answer(requestId))).code).toBe("conflict");
    }
    expect(new Set(told).size).toBe(1);
  });

  test("names no record to somebody who may answer but not see it", async () => {
    const { email } = await colleague();
    const { requestId } = await ask(email, VIEW, ticket().id);
    const blind = await northwind.member({
      permissions: [{ permission: "people.requests.answer" }, { permission: "people.members.view" }],
    });
    const { items } = await northwind.ask(blind.email, listRequests, { status: "open" });
    expect(items.find(({ id }) => id === requestId)).toMatchObject({ onlyFor: { name: null } });
    expect(JSON.stringify(items)).not.toContain(ticket().subject);
    expect((await problemOf(answer(requestId, "grant", {}, blind.email))).code).toBe("conflict");
  });
});

describe("at once", () => {
  const settled = async (all: Promise<unknown>[]) => (await Promise.allSettled(all)).map(({ status }) => status);

  test("fifty approvals of one request grant it once", async () => {
    const { id, email } = await colleague();
    const { requestId } = await ask(email, VIEW, ticket().id);
    const by = (index: number) => (index % 2 === 0 ? OWNER : ADMINISTRATOR);
    const results = await settled(Array.from({ length: 50 }, (_, i) => answer(requestId, "grant", {}, by(i))));
    expect(results.filter((status) => status === "fulfilled")).toHaveLength(1);
    expect(await grants(id)).toHaveLength(1);
  });

  test("fifty approvals and endings of one person's permissions each happen once, and none undoes another", async () => {
    const { id: contactId, email } = await granted(VIEW, ticket().id);
    const { requestId } = await ask(email, "support.tickets.reply", ticket().id);
    const [grant] = await grants(contactId);
    const rounds = Array.from({ length: 25 }, () => [
      answer(requestId),
      northwind.ask(ADMINISTRATOR, endRecordGrant, { contactId, grantId: grant?.id ?? "" }),
    ]);
    const results = await settled(rounds.flat());
    expect(results.filter((status) => status === "fulfilled")).toHaveLength(2);
    expect((await grants(contactId)).map(({ permission }) => permission)).toEqual(["support.tickets.reply"]);
    expect((await problemOf(northwind.ask(email, viewTicket, { ticketId: ticket().id }))).code).toBe("refused");
  });
});
