import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLook } from "@/lib/accounts/looks/start-look";
import { sql } from "@/lib/platform/db/sql";
import { accessibleSql, accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import type { Context } from "@/lib/platform/operations/operation";
import { listFolders } from "@/lib/workspace/documents/list-folders";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { buildFolder } from "@/prisma/seed/builders/document";
import { explained } from "@/tests/fixtures/explained";
import { isFound } from "@/tests/fixtures/is-found";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { contactOf, named } from "./arrange";

const OWNER = "owner@northwind.example";
const BILLING = "billing@northwind.example";
const FOLDERS = 10_000;
const LISTS = 500;

let portal: TestPortal;
let account: string;
let billing: string;
let top: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  billing = await contactOf(portal.owner, account, BILLING);
  top = (await portal.owner.folder.findFirstOrThrow({ where: { accountId: account, parentId: null } })).id;
});
afterAll(() => portal.close());

const callerOf = async (by: string | Caller): Promise<Caller> => (typeof by === "string" ? portal.as(by) : by);

/** Every id, page after page. */
async function begins(by: string | Caller): Promise<string[]> {
  const caller = await callerOf(by);
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: { items: { id: string }[]; next: string | null } = await execute(caller, account, listFolders, {
      ...(cursor && { cursor }),
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids.sort();
}

/** The folders that open although the one above is the top or doesn't: worked out by opening each. */
async function beginsPlainly(by: string | Caller): Promise<string[]> {
  const caller = await callerOf(by);
  const folders = await portal.owner.folder.findMany({ where: { accountId: account } });
  const open = new Set<string>();
  for (const { id } of folders) if (await isFound(execute(caller, account, viewFolder, { folderId: id }))) open.add(id);
  return folders
    .filter(({ id, parentId }) => parentId !== null && open.has(id) && (parentId === top || !open.has(parentId)))
    .map(({ id }) => id)
    .sort();
}

describe("the folders at which somebody's access begins", () => {
  it("are those that open below the top or below one that doesn't, whoever is on which list", async () => {
    const build = (parentId: string | undefined, people?: string[]) =>
      buildFolder(portal.owner, account, {
        name: named("Nested"),
        ...(parentId && { parentId }),
        ...(people && { people }),
      });
    const shut = await build(undefined, []);
    const inShut = await build(shut);
    const again = await build(inShut, [billing]);
    await build(await build(again), []);
    await build(await build(again, [billing]));
    const own = await build(undefined, [billing]);
    await build(await build(await build(own, []), [billing]));
    await build(own);
    for (const email of [OWNER, BILLING]) expect(await begins(email)).toEqual(await beginsPlainly(email));
    // Somebody on the list of the top sees what inherits from it, and begins within what doesn't.
    await portal.owner.folderAccess.create({
      data: { accountId: account, folderId: top, contactId: billing, addedByName: "Test" },
    });
    expect(await begins(BILLING)).toEqual(await beginsPlainly(BILLING));
    expect(await begins(BILLING)).toContain(again);
    // And one who is recused from a folder sees nothing of what is below it.
    const { contacts } = portal.demo.northwind;
    await portal.owner.folderRecusal.createMany({
      data: [contacts.owner, billing].map((contactId) => ({
        ...{ accountId: account, folderId: own, contactId, reason: "Shares", decidedByName: "Test" },
      })),
    });
    for (const email of [OWNER, BILLING]) {
      expect(await begins(email)).toEqual(await beginsPlainly(email));
      expect(await begins(email)).not.toContain(own);
    }
    await portal.owner.folderAccess.deleteMany({ where: { folderId: top } });
  });

  it("are those that open for both while an owner looks as somebody else", async () => {
    const { contacts } = portal.demo.northwind;
    const build = (parentId: string | undefined, people: string[]) =>
      buildFolder(portal.owner, account, { name: named("Looked at"), ...(parentId && { parentId }), people });
    const upper = await build(undefined, [billing]);
    const lower = await build(await build(upper, []), [billing]);
    const shut = await build(undefined, [billing]);
    await portal.owner.folderRecusal.create({
      data: { accountId: account, folderId: shut, contactId: contacts.owner, reason: "Shares", decidedByName: "Test" },
    });
    expect(await begins(BILLING)).toEqual(expect.arrayContaining([upper, lower, shut]));
    const looking = await portal.as(OWNER);
    await execute(looking, account, startLook, { contactId: billing });
    const seen = await begins(looking);
    expect(seen).toEqual(expect.arrayContaining([upper, lower]));
    expect(seen).not.toContain(shut);
    expect(seen).toEqual(await beginsPlainly(looking));
  });

  it("are listed in the order asked for, page after page, and counted alike on each", async () => {
    const caller = await portal.as(BILLING);
    for (const sort of ["name", "position"] as const) {
      for (const direction of ["asc", "desc"] as const) {
        const { items, total } = await execute(caller, account, listFolders, { sort, direction });
        const rows = await portal.owner.folder.findMany({
          where: { id: { in: await begins(BILLING) } },
          orderBy:
            sort === "name"
              ? [{ nameSearch: direction }, { id: direction }]
              : [{ position: direction }, { id: direction }],
        });
        expect(items.map(({ id }) => id)).toEqual(rows.slice(0, items.length).map(({ id }) => id));
        expect(total).toBe(rows.length);
        expect(items[0]?.createdAt).toBe(rows[0]?.createdAt.toISOString());
      }
    }
    const beyond = await execute(caller, account, listFolders, { page: 40 });
    expect(beyond).toMatchObject({ items: [], total: (await begins(BILLING)).length });
  });

  it.each([OWNER, BILLING, "support@northwind.example"])(
    "are found by one filter in SQL and for Prisma: %s",
    async (email) => {
      const filters = await withRequest(await portal.as(email), { accountId: account }, async ({ scope }) => {
        const context = { viewer: scope.viewer, account: { id: account } } as unknown as Context<"account">;
        return {
          where: accessibleWhere(context, "documents.view", {}),
          sql: accessibleSql(context, "documents.view", "f"),
        };
      });
      const { text, values } = sql`select f."id" from "Folder" f where ${filters.sql}`;
      const found = await portal.owner.$queryRawUnsafe<{ id: string }[]>(text, ...values);
      const rows = await portal.owner.folder.findMany({ where: filters.where, select: { id: true } });
      expect(found.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  it("are read from an index among ten thousand folders, and counted among those with a list of their own", async () => {
    const client = new Client({ connectionString: portal.url });
    await client.connect();
    await client.query("set session_replication_role = replica");
    await client.query(
      `create function pg_temp.folder(n int) returns uuid immutable language sql as $$
         select overlay(overlay(md5('folder ' || n) placing '8' from 13) placing '8' from 17)::uuid $$`,
    );
    await client.query(
      `insert into "Folder" ("id", "accountId", "parentId", "governingId", "name", "position", "createdByName")
       select pg_temp.folder(n), $1::uuid, case when n % 20 = 0 or n % 3 = 0 then $2::uuid else pg_temp.folder((n - n % 20)) end,
         case when n % 20 = 0 then pg_temp.folder(n) when n % 3 = 0 then $2::uuid else pg_temp.folder((n - n % 20)) end, 'Laid ' || n, n, 'Test'
       from generate_series(0, $3::int - 1) n`,
      [account, top, FOLDERS],
    );
    await client.query(
      `insert into "FolderAccess" ("accountId", "folderId", "contactId", "addedByName")
       select $1::uuid, pg_temp.folder(n), $2::uuid, 'Test' from generate_series(0, $3::int - 1, 40) n`,
      [account, billing, FOLDERS],
    );
    await client.query('vacuum analyze "Folder"');
    await client.query('vacuum analyze "FolderAccess"');
    await client.end();
    // Counting ends at a thousand and one; for whoever doesn't see the top it goes through the lists, which an index alone has.
    for (const [email, sort, count] of [
      [OWNER, "position", 1_100],
      [BILLING, "position", 2 * LISTS],
      [BILLING, "name", 2 * LISTS],
    ] as const) {
      const caller = await portal.as(email);
      const statements = await explained(() => execute(caller, account, listFolders, { sort }));
      const nodes = statements.flatMap(({ nodes, text }) =>
        nodes.map((node) => ({
          ...node,
          counts: email === OWNER ? /count\(/i.test(text) : node.kind === "Index Only Scan",
        })),
      );
      const ofFolders = nodes.filter(({ table }) => table === "Folder");
      const tooMuch = ofFolders.filter(({ read, counts }) => read > (counts ? count : 200));
      expect(tooMuch.map(({ kind, index, read }) => `${email} by ${sort}: ${kind} ${index} ${read}`)).toEqual([]);
    }
  });
});
