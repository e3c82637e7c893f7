import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportActivity } from "@/lib/accounts/activity/export-activity";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listPeople } from "@/lib/accounts/people/list-people";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { operations } from "@/lib/http/registry";
import { Grant } from "@/lib/platform/db/grant";
import { withTransaction } from "@/lib/platform/db/transaction";
import { newRequestId, withRequestId } from "@/lib/platform/kernel/request-id";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import { listAttempts } from "@/lib/staff/accounts/list-attempts";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { restCall } from "@/tests/fixtures/rest-call";

const NORTHWIND = "owner@northwind.example";
const GLOBEX = "owner@globex.example";

let portal: TestPortal;
let northwind: string;
let globex: string;
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
  globex = portal.demo.globex.id;
});
afterAll(() => portal.close());

const attempts = async () =>
  (await execute(await portal.as("staff-manager@portcullis.example"), null, listAttempts, {})).items;

const ticketOf = async (accountId: string) => (await portal.owner.ticket.findFirstOrThrow({ where: { accountId } })).id;

/** What the owners of both customers can read of the log, in every way possible. */
async function seenByCustomers(): Promise<string> {
  const seen = [];
  for (const [email, accountId] of [
    [NORTHWIND, northwind],
    [GLOBEX, globex],
  ] as const) {
    const caller = await portal.as(email);
    seen.push(await execute(caller, accountId, listActivity, {}), await execute(caller, accountId, viewDashboard, {}));
    seen.push(await fileText(await execute(caller, accountId, exportActivity, {})));
  }
  return JSON.stringify(seen);
}

test("an outsider's attempt on an account is logged for staff, and for no customer", async () => {
  const operation = operations.find(({ name }) => name === "tickets.list");
  if (operation === undefined) throw new Error("no tickets.list");
  const answer = await restCall({ operation, accountId: northwind, input: {}, cookie: await portal.cookie(GLOBEX) });
  expect(answer.status).toBe(404);
  const [latest] = await attempts();
  expect(latest).toMatchObject({
    person: { email: GLOBEX },
    operation: "tickets.list",
    summary: "Tried to view tickets on an account they don't belong to",
    account: { id: northwind },
    via: "api",
    asked: [],
  });
  expect(await seenByCustomers()).not.toContain("don't belong to");
});

test("opening a page of another account is logged as an attempt", async () => {
  const caller = await portal.as(GLOBEX);
  const opened = withRequest(caller, { accountId: northwind }, async () => "in");
  expect(await problemOf(opened)).toMatchObject({ code: "not-found" });
  expect((await attempts())[0]).toMatchObject({ operation: "account.open", account: { id: northwind } });
});

test("requesting another account's record within the caller's own is logged for staff only", async () => {
  const ticketId = await ticketOf(globex);
  const asked = execute(await portal.as(NORTHWIND), northwind, viewTicket, { ticketId });
  expect(await problemOf(asked)).toMatchObject({ code: "not-found" });
  const [latest] = await attempts();
  expect(latest).toMatchObject({
    person: { email: NORTHWIND },
    operation: "tickets.view",
    account: { id: northwind },
    asked: [{ field: "ticketId", id: ticketId }],
  });
  const seen = await seenByCustomers();
  expect(seen).not.toContain("not shown");
  expect(seen).not.toContain(ticketId);
});

test("records of other accounts and missing records are answered and logged alike", async () => {
  const caller = await portal.as(NORTHWIND);
  const kept = async (ticketId: string) => {
    const { code, detail } = await problemOf(execute(caller, northwind, viewTicket, { ticketId }));
    const [latest] = await attempts();
    return { code, detail, summary: latest?.summary, fields: latest?.asked.map(({ field }) => field) };
  };
  expect(await kept(await ticketOf(globex))).toEqual(await kept(randomUUID()));
  const openedBy = async (accountId: string) => {
    const { code, detail } = await problemOf(withRequest(caller, { accountId }, async () => "in"));
    return { code, detail, summary: (await attempts())[0]?.summary };
  };
  expect(await openedBy(globex)).toEqual(await openedBy(randomUUID()));
});

test("the caller can't read the log row back, even without the application's filter", async () => {
  const { credential } = await portal.as(GLOBEX);
  if (credential === null) throw new Error("no credential");
  const rows = await withTransaction({ credential, accountId: null, now: new Date() }, async (scope) => {
    const grant = scope && Grant.of(scope.viewer, "profile.manage", "self");
    if (!scope || !grant) throw new Error("no grant");
    return (await scope.open(grant)).auditEvent.findMany({ where: { targetType: "attempt" } });
  });
  expect(rows).toEqual([]);
});

test("repeated attempts don't fill the log", async () => {
  const caller = await portal.as("support@northwind.example");
  const actor = await portal.owner.person.findUniqueOrThrow({ where: { email: "support@northwind.example" } });
  for (let tries = 0; tries < 105; tries++) {
    await problemOf(execute(caller, northwind, viewTicket, { ticketId: randomUUID() }));
  }
  const kept = { actorPersonId: actor.id, targetType: "attempt" };
  expect(await portal.owner.auditEvent.count({ where: kept })).toBe(100);
});

test("a denial is logged under the missing permission, which may not be the operation's own", async () => {
  const email = "sees-names@northwind.example";
  const permissions = [{ permission: "people.members.view" }] as const;
  await buildContact(portal.owner, northwind, { email, name: "Sees Names", permissions });
  const asked = execute(await portal.as(email), northwind, listPeople, { role: "administrator" });
  expect(await problemOf(asked)).toMatchObject({ extra: { permission: "people.members.view-details" } });
  const { items } = await execute(await portal.as(NORTHWIND), northwind, listActivity, { outcome: "denied" });
  expect(items[0]).toMatchObject({
    actorName: "Sees Names",
    operation: "people.list",
    permission: "people.members.view-details",
  });
});

test("an attempt carries the id under which the server's log has its lines", async () => {
  const requestId = newRequestId();
  const caller = await portal.as(GLOBEX);
  await withRequestId(requestId, () => problemOf(execute(caller, northwind, viewDashboard, {})));
  expect((await attempts())[0]).toMatchObject({ person: { email: GLOBEX }, requestId });
});
