import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { breakingChanges, migrationEffects } from "@/scripts/upgrade/migration-effects";

/** The last migration from before the rule. No version that ran on an earlier schema has been released. */
const BEFORE_THE_RULE = "20261128051407_service_set_up";

describe("a migration breaks the version before if it", () => {
  test.each([
    ["drops a table", `drop table "Ticket"`, "Ticket: drops the table Ticket"],
    ["drops a column", `alter table "Ticket" drop column "subject"`, "Ticket: drops column subject"],
    ["renames a table", `alter table "Ticket" rename to "Case"`, "Ticket: renames the table to Case"],
    ["renames a column", `alter table "Ticket" rename column a to b`, "Ticket: renames column a to b"],
    ["requires a column", `alter table "Ticket" alter column a set not null`, "Ticket: makes column a required"],
    [
      "adds a required one",
      `alter table "Ticket" add column a int not null`,
      "Ticket: adds the required column a without a default",
    ],
    ["changes a type", `alter table "Ticket" alter column a type bigint`, "Ticket: changes the type of column a"],
    ["adds a constraint", `alter table "Ticket" add constraint c check (a > 1)`, "Ticket: adds the constraint c"],
    ["adds a unique index", `create unique index i on "Ticket" (a)`, "Ticket: adds a unique index"],
    ["renames a value", `alter type "TicketStatus" rename value 'a' to 'b'`, "TicketStatus: renames the value a to b"],
    ["drops a type", `drop type "TicketStatus"`, "TicketStatus: drops the type TicketStatus"],
  ])("%s", async (_what, sql, reason) => {
    expect(await breakingChanges(sql)).toEqual([reason]);
  });

  test("but not if it only adds, or changes what it made itself", async () => {
    const adding = `alter table "Ticket" add column a int; alter table "Ticket" add column b int not null default 0;
      create index i on "Ticket" (a); create table t (id int); alter table t add constraint c unique (id);
      drop policy if exists p on "Ticket"; alter table "Ticket" drop constraint d;`;
    expect(await breakingChanges(adding)).toEqual([]);
  });

  test("and not if it says why it may", async () => {
    const contract = `-- contract: nothing has read this column since 1.2\nalter table "Ticket" drop column a`;
    expect(await breakingChanges(contract)).toEqual([]);
    expect(await breakingChanges(contract.replace(/: .*/, ":"))).toHaveLength(1);
    expect(await breakingChanges(contract.replace("contract", "compatible"))).toEqual([]);
  });
});

test("migrations keep the version before running, or say why not", async () => {
  const names = readdirSync("prisma/migrations").filter((name) => /^\d/.test(name) && name > BEFORE_THE_RULE);
  expect(names.length).toBeGreaterThan(0);
  const broken: Record<string, string[]> = {};
  for (const name of names) {
    const reasons = await breakingChanges(readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8"));
    if (reasons.length > 0) broken[name] = reasons;
  }
  expect(broken).toEqual({});
});

test("names the lock of each statement", async () => {
  const sql = `create index i on "Ticket" (a); update "Invoice" set a = 1; alter table "Account" add column b int`;
  expect((await migrationEffects(sql)).map(({ table, blocks }) => [table, blocks])).toEqual([
    ["Ticket", "writes"],
    ["Invoice", "changes of its rows"],
    ["Account", "reads and writes"],
  ]);
});
