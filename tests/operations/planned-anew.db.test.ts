import { afterAll, beforeAll, expect, test } from "vitest";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listPeople } from "@/lib/accounts/people/list-people";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { viewOverview } from "@/lib/billing/overview/view-overview";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { viewReportParts } from "@/lib/home/reports/view-report-parts";
import { openTransaction } from "@/lib/platform/db/open-transaction";
import { planAnew, plannedAnew } from "@/lib/platform/db/plan-anew";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { execute } from "@/lib/platform/operations/execute";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { listAttempts } from "@/lib/staff/accounts/list-attempts";
import { listMail } from "@/lib/staff/mail/list-mail";
import { listQueue } from "@/lib/support/queue/list-queue";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { inviteChoices } from "@/lib/workspace/discussions/invite-choices";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

/** PostgreSQL plans a named statement for its own values five times, and then for all values. */
const TIMES = 8;

interface Planned {
  readonly generic: number;
  readonly custom: number;
}

/** How often the statements with such a text were planned for all values, and how often for their own. */
const plansLike = (text: string): Promise<Planned[]> =>
  openTransaction((as) =>
    queryRows<Planned>(
      as({ role: "portcullis_app", accountId: null, personId: null }),
      sql`select generic_plans::int as "generic", custom_plans::int as "custom" from pg_prepared_statements where statement like ${text}`,
    ),
  );

/** Of those that page through a table. */
const plansOf = (table: string): Promise<Planned[]> => plansLike(`%FROM "public"."${table}"%ORDER BY%LIMIT%`);

test.each([
  ["the activity log", listActivity, "owner@northwind.example", "AuditEvent"],
  ["people", listPeople, "owner@northwind.example", "Contact"],
  ["staff's accounts", findAccounts, "staff-manager@portcullis.example", "Account"],
  ["mail", listMail, "staff-manager@portcullis.example", "OutboxMail"],
  ["the queue of tickets", listQueue, "staff-manager@portcullis.example", "Ticket"],
])(
  "a list whose filters can be rare is planned for its own values each time: %s",
  async (_, operation, email, table) => {
    const caller = await portal.as(email);
    const account = operation.scope === "account" ? portal.demo.northwind.id : null;
    for (let time = 0; time < TIMES; time += 1) await execute(caller, account, operation as never, {} as never);
    const planned = await plansOf(table);
    expect(Math.max(...planned.map(({ custom }) => custom))).toBeGreaterThanOrEqual(TIMES);
    expect(planned.filter(({ generic }) => generic > 0)).toEqual([]);
  },
);

test.each([
  ["invoices", listInvoices, "owner@northwind.example", { status: "overdue" }, `%i."dueAt" < %`],
  ["tickets", listTickets, "owner@northwind.example", { department: "support" }, `%t."departmentKey" = %`],
  ["attempts that staff see", listAttempts, "staff-manager@portcullis.example", { q: "an" }, `%"actorPersonId" IN %`],
] as const)("any list is, once it is narrowed by a filter: %s", async (_, operation, email, filter, text) => {
  const caller = await portal.as(email);
  const account = operation.scope === "account" ? portal.demo.northwind.id : null;
  const ask = (input: object) => execute(caller, account, operation as never, input as never);
  for (let time = 0; time < TIMES; time += 1) await ask(filter);
  const planned = await plansLike(text);
  expect(Math.max(...planned.map(({ custom }) => custom))).toBeGreaterThanOrEqual(TIMES);
  expect(planned.filter(({ generic }) => generic > 0)).toEqual([]);
});

test("whom to invite to a group is planned for its own values each time as well", async () => {
  const { id: accountId } = portal.demo.northwind;
  const group = { accountId, name: "Planned anew", isPrivate: false };
  const { id: groupId } = await portal.owner.discussionGroup.create({ data: group, select: { id: true } });
  const caller = await portal.as("owner@northwind.example");
  for (let time = 0; time < TIMES; time += 1) await execute(caller, accountId, inviteChoices, { groupId });
  expect((await plansOf("Contact")).filter(({ generic }) => generic > 0)).toEqual([]);
});

test.each(["AuditEvent", "Meeting", "Decision", "Action"])(
  "so is what the dashboard shows of a large table: %s",
  async (table) => {
    const caller = await portal.as("owner@northwind.example");
    for (let time = 0; time < TIMES; time += 1) await execute(caller, portal.demo.northwind.id, viewDashboard, {});
    const planned = await plansLike(`%FROM "public"."${table}"%`);
    expect(planned.some(({ custom }) => custom >= TIMES)).toBe(true);
    expect(planned.filter(({ generic }) => generic > 0)).toEqual([]);
  },
);

test("and so are the parts of the first invoices on the billing page", async () => {
  const caller = await portal.as("owner@northwind.example");
  for (let time = 0; time < TIMES; time += 1) await execute(caller, portal.demo.northwind.id, viewOverview, {});
  const planned = await plansLike(`SELECT%FROM "public"."PaymentAllocation"%"invoiceId" IN (%`);
  expect(planned.some(({ custom }) => custom >= TIMES)).toBe(true);
  expect(planned.filter(({ generic }) => generic > 0)).toEqual([]);
});

test("a part that is planned anew leaves what was asked before it as it was, in whatever scope", async () => {
  const accountId = portal.demo.northwind.id;
  const modes = await openTransaction(async (as) => {
    const db = as({ role: "portcullis_app", accountId, personId: null });
    const mode = async () => {
      const [row] = await queryRows<{ mode: string }>(db, sql`select current_setting('plan_cache_mode') as "mode"`);
      return row?.mode;
    };
    const part = (of: typeof db) => plannedAnew(of, mode);
    const alone = [await part(db), await mode()];
    const sideBySide = [await Promise.all([part(db), part(db).then(mode)]), await mode()].flat();
    planAnew(db);
    await part(as({ role: "portcullis_identity", accountId: null, personId: null }));
    return { alone, sideBySide, within: await mode() };
  });
  const [anew, shared] = ["force_custom_plan", "auto"];
  expect(modes).toEqual({ alone: [anew, shared], sideBySide: [anew, shared, shared], within: anew });
});

test("so are the sums of a report", async () => {
  const caller = await portal.as("owner@northwind.example");
  for (let time = 0; time < TIMES; time += 1) await execute(caller, portal.demo.northwind.id, viewReportParts, {});
  const planned = await plansLike(`%SUM("public"."StoredFile"."size")%"TicketMessage"%`);
  expect(Math.max(...planned.map(({ custom }) => custom))).toBeGreaterThanOrEqual(TIMES);
  expect(planned.filter(({ generic }) => generic > 0)).toEqual([]);
});
