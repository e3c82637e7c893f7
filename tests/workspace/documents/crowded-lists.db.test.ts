import { afterAll, beforeAll, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { listFolders } from "@/lib/workspace/documents/list-folders";
import { whoCanOpen } from "@/lib/workspace/documents/who-can-open";
import { buildActions } from "@/prisma/seed/builders/action";
import { buildFolder } from "@/prisma/seed/builders/document";
import { explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const PEOPLE = 600;
const OWNER = "owner@northwind.example";

let portal: TestPortal;
let account: string;
let folderId: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  const people = await portal.owner.$queryRaw<{ id: string }[]>`
    insert into "Contact" ("id", "accountId", "kind", "status", "name", "email")
    select gen_random_uuid(), ${account}::uuid, 'member', 'invited', 'Person ' || n, 'crowd-' || n || '@northwind.example'
    from generate_series(1, ${PEOPLE}::int) n returning "id"`;
  folderId = await buildFolder(portal.owner, account, { name: "For all", people: people.map(({ id }) => id) });
  const assignees = people.slice(0, 10).map(({ id: contactId }) => ({ contactId, name: "Person" }));
  const createdBy = { contactId: portal.demo.northwind.contacts.administrator, name: "Marcus Okafor" };
  await buildActions(portal.owner, account, [{ title: "For ten", createdBy, createdAt: new Date(), assignees }]);
  // As where most accounts and folders have one or two people: PostgreSQL then takes any index that begins with the account.
  await portal.owner.$executeRaw`alter table "Contact" alter column "accountId" set (n_distinct = -0.9)`;
  await portal.owner.$executeRaw`alter table "FolderAccess" alter column "folderId" set (n_distinct = -0.9)`;
  await portal.owner.$executeRaw`analyze "Contact", "Folder", "FolderAccess"`;
});
afterAll(() => portal.close());

it.each([
  ["folders.list", "FolderAccess", async () => execute(await portal.as(OWNER), account, listFolders, {})],
  [
    "folders.who-can-open",
    "FolderAccess",
    async () => execute(await portal.as(OWNER), account, whoCanOpen, { folderId }),
  ],
  ["actions.list", "ActionAssignment", async () => execute(await portal.as(OWNER), account, listActions, {})],
])("%s reads each person of a list once, of a crowded account", async (_, list, ask) => {
  const statements = await explained(ask, { again: true });
  const ofList = statements.filter(({ nodes }) => nodes.some(({ table }) => table === list));
  expect(ofList.length).toBeGreaterThan(0);
  for (const { text, nodes } of ofList) {
    const read = nodes.filter(({ table }) => table === "Contact").reduce((sum, one) => sum + one.read, 0);
    expect(read, text).toBeGreaterThan(0);
    expect(read, text).toBeLessThan(2 * PEOPLE);
  }
});
