import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lay } from "@/bench/growth/lay";
import { ownerAddress, places } from "@/bench/growth/size";
import { operations } from "@/lib/http/registry";
import { memberIds, type SomeMembers } from "@/lib/platform/db/some-members";
import { execute } from "@/lib/platform/operations/execute";
import { buildFolder } from "@/prisma/seed/builders/document";
import { explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const CROWD = 2_000;

let portal: TestPortal;
let client: Client;
let accountId: string;
let folderId: string;
let groupId: string;
beforeAll(async () => {
  portal = await testPortal();
  client = new Client({ connectionString: portal.url });
  await client.connect();
  await lay(client, { accounts: 4, bigInvoices: 0, crowd: CROWD }, () => {});
  ({ id: accountId } = await portal.owner.account.findUniqueOrThrow({ where: { number: `G-${places.crowded}` } }));
  folderId = await buildFolder(portal.owner, accountId, { name: "For everybody", people: [] });
  await portal.owner.folder.update({ where: { id: folderId }, data: { governingId: folderId } });
  const group = { accountId, name: "Everybody", isPrivate: true };
  ({ id: groupId } = await portal.owner.discussionGroup.create({ data: group, select: { id: true } }));
  const named = `select "accountId", $1::uuid, "id", 'Owner' from "Contact" where "accountId" = $2`;
  await client.query(`insert into "FolderAccess" ("accountId", "folderId", "contactId", "addedByName") ${named}`, [
    folderId,
    accountId,
  ]);
  await client.query(
    `insert into "DiscussionMember" ("id", "accountId", "groupId", "contactId", "joinedAt")
     select gen_random_uuid(), "accountId", $1::uuid, "id", now() from "Contact" where "accountId" = $2`,
    [groupId, accountId],
  );
  // As if there were thousands of other accounts: a plan made for any of them expects a few people.
  for (const table of ["Contact", "ContactRole"]) {
    await client.query(`alter table "${table}" alter column "accountId" set (n_distinct = -0.5)`);
  }
  await client.query("analyze");
});
afterAll(async () => {
  await client.end();
  await portal.close();
});

const asked = (): Record<string, object> => ({
  "folders.who-can-open": { folderId },
  "folders.view-access": { folderId },
  "folders.view-recusals": { folderId },
  "folders.creation-choices": { parentId: folderId },
  "folders.preview-access": { folderId, access: "inherit" },
  "discussions.view-group": { groupId },
  "discussions.invite-choices": { groupId },
  "discussions.new-thread-choices": { groupId },
});

describe("a page about a record that names thousands of people answers, and reads each of them a few times at most", () => {
  it.each(Object.keys(asked()))("%s", async (name) => {
    const operation = operations.find((one) => one.name === name) ?? expect.fail(name);
    const owner = await portal.as(ownerAddress(places.crowded));
    const statements = await explained(() => execute(owner, accountId, operation as never, asked()[name] as never));
    const read = statements.flatMap(({ nodes }) => nodes.filter((node) => node.read > 4 * CROWD));
    expect(read).toEqual([]);
    // Everybody's facts are one value of a kind, not a row for each person.
    expect(statements.filter(({ nodes }) => (nodes[0]?.read ?? 0) > 1_002).map(({ text }) => text)).toEqual([]);
  });
});

describe("of the thousands on a folder's list", () => {
  const run = async (name: string, input: object) => {
    const operation = operations.find((one) => one.name === name) ?? expect.fail(name);
    return execute(await portal.as(ownerAddress(places.crowded)), accountId, operation as never, input as never);
  };
  const byName = { nameSearch: "asc" } as const;
  const everybody = async () =>
    (await portal.owner.contact.findMany({ where: { accountId }, orderBy: [byName, { id: "asc" }] })).map(
      ({ id }) => id,
    );

  it.each(["folders.who-can-open", "folders.view-recusals"])(
    "no more are asked than are shown or counted: %s",
    async (name) => {
      const statements = await explained(() => run(name, { folderId }));
      const asked = statements.filter(({ text }) => text.includes('"ContactRole"'));
      expect(asked.length).toBeGreaterThan(0);
      // Counting stops at 100, 500 could be recused, and a few more are asked in case some of these don't see it.
      const rows = asked.flatMap(({ nodes }) =>
        nodes.filter(({ table }) => table === "Person").map(({ read }) => read),
      );
      expect(Math.max(...rows)).toBeLessThanOrEqual(name === "folders.who-can-open" ? 200 : 600);
    },
  );

  it("every page of those who can open it has who is next by name", async () => {
    const ids = await everybody();
    const pages = [1, 41, CROWD / 25, CROWD / 25 + 1];
    for (const page of pages) {
      const answer = (await run("folders.who-can-open", { folderId, page })) as Record<string, unknown> & {
        items: { id: string }[];
      };
      expect(answer.items.map(({ id }) => id)).toEqual(ids.slice((page - 1) * 25, page * 25));
      expect(answer).toMatchObject({ hasNext: page * 25 < CROWD, totalIsExact: false });
      expect(answer.total).toBe(Math.min(1_000, Math.max(100, page * 25)));
    }
  });

  it("the first by name could be recused, and of the last by name it is said what they declared", async () => {
    const ids = await everybody();
    const [contactId = "", ownId] = [
      ids.at(-1),
      (await portal.owner.account.findUniqueOrThrow({ where: { id: accountId } })).ownerContactId,
    ];
    const about = { accountId, folderId, key: "acme", name: "Acme" };
    await portal.owner.folderOrganisation.create({ data: about });
    const interest = { accountId, key: "acme", organisation: "Acme", nature: "Director", fromDay: new Date(0) };
    await portal.owner.interest.createMany({ data: [{ ...interest, contactId }] });
    const { people, conflicts } = (await run("folders.view-recusals", { folderId })) as {
      people: { id: string }[];
      conflicts: { contactId: string }[];
    };
    expect(people.map(({ id }) => id)).toEqual(ids.filter((id) => id !== ownId).slice(0, 500));
    expect(conflicts).toMatchObject([{ contactId }]);
  });
});

describe("of thousands of people", () => {
  const lists: [string, object][] = [
    ["people.list", {}],
    ["people.list", { role: "billing" }],
    ["people.list", { waiting: false }],
    ["people.list", { standing: "active" }],
    ["people.list-not-ready", {}],
  ];
  it.each(lists)(
    "a list that most are on is read by name, as far as its page and count go: %s %j",
    async (name, input) => {
      const owner = await portal.as(ownerAddress(places.crowded));
      const operation = operations.find((one) => one.name === name) ?? expect.fail(name);
      const statements = await explained(() => execute(owner, accountId, operation as never, input as never));
      const ofPeople = statements.filter(({ text }) => text.includes('"nameSearch"')).map(({ nodes }) => nodes);
      expect(ofPeople).toHaveLength(2);
      // Neither the page nor the count finds all of them first and sorts them.
      expect(ofPeople.flat().filter(({ kind, read }) => kind === "Sort" && read > 26)).toEqual([]);
      const read = ofPeople.map((nodes) =>
        Math.max(...nodes.map((node) => (node.table === "Contact" ? node.read : 0))),
      );
      expect(Math.min(...read)).toBeLessThan(CROWD / 4);
    },
  );
});

describe("those who were given a permission are found in time that grows with their number, whatever the plan is made for", () => {
  const which: SomeMembers[] = [{ given: ["documents.view"] }, { given: ["documents.view"], signIn: true }];
  it.each(which)("%j", async (members) => {
    const { text, values } = memberIds(accountId, new Date(), members);
    await client.query("set plan_cache_mode = force_generic_plan");
    await client.query(`prepare given as ${text}`);
    const literal = (value: unknown) =>
      client.escapeLiteral(Array.isArray(value) ? `{${value.join(",")}}` : String(value));
    const sent = values.map((value) => literal(value instanceof Date ? value.toISOString() : value)).join(", ");
    const { rows } = await client.query(`explain (analyze, costs off) execute given(${sent})`);
    await client.query("deallocate given");
    const plan = rows.map((row: { "QUERY PLAN": string }) => row["QUERY PLAN"]).join("\n");
    const removed = [...plan.matchAll(/Rows Removed by Join Filter: (\d+)/g)].map(([, count]) => Number(count));
    expect(Math.max(0, ...removed), plan).toBeLessThan(10 * CROWD);
  });
});
