import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { viewAction } from "@/lib/workspace/actions/view-action";
import { explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const MANY = 10_000;
const MOST_READ = 200;
const OWNER = "owner@northwind.example";
const BILLING = "billing@northwind.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  const { id, contacts } = portal.demo.northwind;
  account = id;
  const client = new Client({ connectionString: portal.url });
  await client.connect();
  await client.query(
    `insert into "Action" ("id", "accountId", "number", "title", "dueOn", "status", "createdByName")
     select gen_random_uuid(), $1::uuid, 1000 + n, 'Large ' || n, case when n % 4 > 0 then current_date + n % 400 - 200 end,
       (array['notStarted', 'inProgress', 'onHold', 'complete', 'closed'])[1 + n % 5], 'Ingrid Solheim' from generate_series(1, $2::int) n`,
    [account, MANY],
  );
  await client.query(
    `insert into "ActionAssignment" ("accountId", "actionId", "contactId", "assignedByName")
     select "accountId", "id", case when "number" % 50 = 0 then $2::uuid else $3::uuid end, 'Ingrid Solheim' from "Action"
     where "accountId" = $1::uuid and "number" > 1000`,
    [account, contacts.billing, contacts.administrator],
  );
  await client.query("vacuum analyze");
  await client.end();
});
afterAll(() => portal.close());

/** The most rows that one step of a statement read of actions, counting aside, which ends at a thousand. */
async function mostRead(email: string, input: object): Promise<number> {
  const caller = await portal.as(email);
  const statements = await explained(() => execute(caller, account, listActions, input));
  const reading = statements.filter(({ text }) => !/count\(/i.test(text));
  const nodes = reading.flatMap(({ nodes }) => nodes).filter(({ table }) => table === "Action");
  return Math.max(0, ...nodes.map(({ read }) => read));
}

describe("a list of ten thousand actions", () => {
  it.each(["number", "due", "changed"] as const)(
    "is read from an index, on its first page and on its 100th, by %s",
    async (sort) => {
      expect(await mostRead(OWNER, { sort })).toBeLessThan(MOST_READ);
      const caller = await portal.as(OWNER);
      let place = {};
      for (let page = 1; page < 100; page++) {
        const { next } = await execute(caller, account, listActions, { sort, ...place });
        place = { cursor: next ?? "" };
      }
      expect(await mostRead(OWNER, { sort, ...place })).toBeLessThan(MOST_READ);
    },
  );

  it("shows a billing contact the same actions as the check of each one allows", async () => {
    const caller = await portal.as(BILLING);
    const ids: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: { items: { id: string }[]; next: string | null } = await execute(caller, account, listActions, {
        ...(cursor && { cursor }),
      });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    const contactId = portal.demo.northwind.contacts.billing;
    const assigned = await portal.owner.actionAssignment.findMany({ where: { contactId }, select: { actionId: true } });
    expect([...ids].sort()).toEqual(assigned.map(({ actionId }) => actionId).sort());
    expect(ids.length).toBeGreaterThan(MANY / 50);
    const others = await portal.owner.action.findMany({
      where: { accountId: account, assignments: { none: { contactId } } },
      take: 20,
    });
    for (const { id: actionId } of others)
      expect((await problemOf(execute(caller, account, viewAction, { actionId }))).code).toBe("not-found");
    for (const actionId of ids.slice(0, 20)) await execute(caller, account, viewAction, { actionId });
  });
});
