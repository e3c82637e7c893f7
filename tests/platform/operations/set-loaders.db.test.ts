import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import { type Context, defineCommand, defineQuery } from "@/lib/platform/operations/operation";
import { provideSet } from "@/lib/platform/operations/set-loaders";
import { can } from "@/lib/policy/evaluate";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { whileHeld } from "@/tests/fixtures/while-held";

const SUPPORT = "support@northwind.example";
const OWNER = "owner@northwind.example";

let portal: TestPortal;
let accountId: string;
let contactId: string;
let loads = 0;
let takeBack: () => void;
const [invited, other, foreign] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

/** Folders as a future feature would store them: two tables under row-level security, and the trigger that reports changes. */
beforeAll(async () => {
  portal = await testPortal();
  const { northwind, globex } = portal.demo;
  accountId = northwind.id;
  ({ id: contactId } = await portal.owner.contact.findFirstOrThrow({ where: { accountId, email: SUPPORT } }));
  for (const statement of [
    `create table "TestFolder" ("id" uuid primary key, "accountId" uuid not null)`,
    `create table "TestInvitation" ("folderId" uuid not null, "contactId" uuid not null, "accountId" uuid not null)`,
    ...["TestFolder", "TestInvitation"].flatMap((table) => [
      `alter table "${table}" enable row level security`,
      `grant select, delete on "${table}" to portcullis_app`,
      `create policy account_only on "${table}" to portcullis_app using ("accountId" = portcullis_account())`,
    ]),
    `create trigger access_changes after insert or update or delete on "TestInvitation" for each row
      execute function portcullis_access_changes('contactId')`,
    `insert into "TestFolder" values ('${invited}', '${accountId}'), ('${other}', '${accountId}'), ('${foreign}', '${globex.id}')`,
    `insert into "TestInvitation" values ('${invited}', '${contactId}', '${accountId}')`,
  ]) {
    await portal.owner.$executeRawUnsafe(statement);
  }
  takeBack = provideSet("foldersInvited", async (db, viewer) => {
    loads += 1;
    const found = await (db as Transaction).$queryRaw<{ folderId: string }[]>`
      select "folderId" from "TestInvitation" where "contactId" = ${viewer.contactId}::uuid`;
    return found.map(({ folderId }) => folderId);
  });
});
afterAll(async () => {
  takeBack();
  await portal.close();
});

const folders = (db: ScopedDb) =>
  (db as Transaction).$queryRaw<{ id: string }[]>`select "id" from "TestFolder" order by "id"`;

const declared = { scope: "account", input: z.object({}), output: z.array(z.string()) } as const;

/** The folders the viewer may see: by the list's filter, and by a check of each folder. */
const listFolders = defineQuery({
  ...declared,
  name: "test.folders",
  permission: "documents.view",
  summary: "List folders",
  activity: "try something",
  http: { method: "GET", path: "/accounts/{accountId}/test-folders" },
  run: async (context) => {
    const all = await folders(context.db);
    const filter = JSON.stringify(accessibleWhere(context, "documents.view"));
    const everything = !filter.includes('"in"');
    const listed = all.filter(({ id }) => everything || filter.includes(id));
    expect(listed).toEqual(all.filter((folder) => can(context.viewer, "documents.view", folder)));
    return listed.map(({ id }) => id);
  },
});

/** An operation of another area that shows folders among other things. */
const countFolders = defineQuery({
  ...declared,
  name: "test.overview",
  permission: "account.view",
  alsoChecks: ["documents.view"],
  summary: "Count folders",
  activity: "try something",
  http: { method: "GET", path: "/accounts/{accountId}/test-overview" },
  run: async (context) => [String(JSON.stringify(accessibleWhere(context, "documents.view")).includes(invited))],
});

const uploadAfter = (wait: (context: Context<"account">) => Promise<unknown>) =>
  defineCommand({
    ...declared,
    name: "test.upload",
    permission: "documents.files.upload",
    summary: "Upload a file",
    activity: "try something",
    http: { method: "POST", path: "/accounts/{accountId}/test-upload" },
    run: async (context) => {
      await wait(context);
      const [first] = await folders(context.db);
      const inside = can(context.viewer, "documents.files.upload", { id: invited });
      return { output: [String(inside), first?.id ?? ""], audit: { summary: "Uploaded a file" } };
    },
  });

describe("a set that conditions read", () => {
  test("is loaded for viewers who depend on it: the list shows what each record's check allows", async () => {
    expect(await execute(await portal.as(SUPPORT), accountId, listFolders, {})).toEqual([invited]);
  });

  test("is loaded once per request, and not for viewers who see everything", async () => {
    loads = 0;
    await withRequest(await portal.as(SUPPORT), { accountId }, async ({ execute }) => {
      await execute(listFolders, {});
      await Promise.all([execute(listFolders, {}), execute(countFolders, {})]);
    });
    expect(loads).toBe(1);
    expect(await execute(await portal.as(OWNER), accountId, listFolders, {})).toEqual([invited, other].sort());
    expect(loads).toBe(1);
  });

  test("is loaded once for queries that start together", async () => {
    loads = 0;
    const both = await withRequest(await portal.as(SUPPORT), { accountId }, ({ execute }) =>
      Promise.all([execute(listFolders, {}), execute(countFolders, {})]),
    );
    expect(both).toEqual([[invited], ["true"]]);
    expect(loads).toBe(1);
  });

  test("is available to an operation of another area that declares it", async () => {
    expect(await execute(await portal.as(SUPPORT), accountId, countFolders, {})).toEqual(["true"]);
  });

  test("is not fetched for an operation of another area that does not declare it", async () => {
    loads = 0;
    const elsewhere = { ...countFolders, alsoChecks: [], run: async () => [] };
    await execute(await portal.as(SUPPORT), accountId, elsewhere, {});
    expect(loads).toBe(0);
  });

  test("that nobody provides grants nothing", async () => {
    takeBack();
    await expect(execute(await portal.as(SUPPORT), accountId, listFolders, {})).rejects.toThrow(
      'set "foldersInvited" was not fetched',
    );
    takeBack = provideSet("foldersInvited", async () => [invited]);
  });

  test("that changes while a command waits is read again before the command runs", async () => {
    const upload = uploadAfter(({ db }) => (db as Transaction).$queryRaw`select pg_advisory_xact_lock(4242)::text`);
    let now = [invited];
    takeBack();
    takeBack = provideSet("foldersInvited", async () => now);
    const ended = whileHeld(portal.owner, {
      hold: (tx) => tx.$queryRaw`select pg_advisory_xact_lock(4242)::text`,
      work: async () => execute(await portal.as(SUPPORT), accountId, upload, {}),
      meanwhile: async (tx) => {
        now = [];
        await tx.$executeRaw`delete from "TestInvitation" where "contactId" = ${contactId}::uuid`;
      },
    });
    expect((await ended)[0]).toBe("false");
  });
});
