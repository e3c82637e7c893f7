import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { listDocuments } from "@/lib/workspace/documents/list-documents";
import { listFolders } from "@/lib/workspace/documents/list-folders";
import { viewDocument } from "@/lib/workspace/documents/view-document";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { explained } from "@/tests/fixtures/explained";
import { isFound } from "@/tests/fixtures/is-found";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { contactOf } from "./arrange";

const BILLING = "billing@northwind.example";
const FOLDERS = 400;
const FILES = 100_000;
/** Rows that a page may read of any table. */
const MOST_READ = 2_500;

let portal: TestPortal;
let account: string;
let caller: Caller;
let folders: { id: string; invited: boolean }[];

/** Half of the folders inherit, every fourth is on the person's own list. */
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  caller = await portal.as(BILLING);
  const billing = await contactOf(portal.owner, account, BILLING);
  const client = new Client({ connectionString: portal.url });
  await client.connect();
  const top = (await portal.owner.folder.findFirstOrThrow({ where: { accountId: account, parentId: null } })).id;
  folders = Array.from({ length: FOLDERS }, (_, index) => ({ id: randomUUID(), invited: index % 4 < 2 }));
  const owns = (index: number) => index % 2 === 0;
  for (const [index, { id, invited }] of folders.entries()) {
    const parentId = owns(index) ? top : (folders[index - 1]?.id ?? top);
    const governingId = owns(index) ? id : parentId;
    const data = { id, accountId: account, parentId, governingId, name: `Laid ${index}`, createdByName: "Test" };
    await portal.owner.folder.create({ data });
    if (invited && owns(index)) {
      await portal.owner.folderAccess.create({
        data: { accountId: account, folderId: id, contactId: billing, addedByName: "Test" },
      });
    }
  }
  const fileId = randomUUID();
  await client.query(
    `insert into "StoredFile" ("id", "accountId", "draft", "name", "size", "received", "state", "contentType", "sha256", "storageKey")
     values ($1, $2, 'sample', 'Laid', 1, 1, 'attached', 'application/octet-stream', '0', 'none')`,
    [fileId, account],
  );
  await client.query(
    `insert into "Document" ("id", "accountId", "folderId", "name", "position", "fileId", "uploadedByName")
     select gen_random_uuid(), $1, ($2::uuid[])[1 + n % $3], 'Laid file ' || n, n, $4, 'Test' from generate_series(1, $5) n`,
    [account, folders.map(({ id }) => id), FOLDERS, fileId, FILES],
  );
  await client.query('vacuum analyze "Document"');
  await client.query('vacuum analyze "Folder"');
  await client.end();
});
afterAll(() => portal.close());

const tooMuch = (statements: Awaited<ReturnType<typeof explained>>) =>
  statements.flatMap(({ nodes }) =>
    nodes
      .filter(({ read, table }) => read > MOST_READ && table !== undefined)
      .map(({ kind, table, read }) => `${kind} ${table} ${read}`),
  );

describe(`with ${FILES} files in ${FOLDERS} folders`, () => {
  it("a list shows a folder if and only if its own check allows it", async () => {
    for (const { id, invited } of folders.slice(0, 40)) {
      const own = await isFound(execute(caller, account, viewFolder, { folderId: id }));
      const { items } = await execute(caller, account, listFolders, { q: "Laid", page: 1, sort: "name" });
      expect(items.every((item) => folders.find((one) => one.id === item.id)?.invited)).toBe(true);
      expect([id, own]).toEqual([id, invited]);
    }
    const { total } = await execute(caller, account, listFolders, { q: "Laid" });
    expect(total).toBe(folders.filter(({ invited }) => invited).length);
  });

  it("a list, a search and a link show a file if and only if they show its folder", async () => {
    const files = await portal.owner.document.findMany({
      where: { name: { in: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Laid file ${90_000 + n}`) } },
    });
    expect(files).toHaveLength(8);
    for (const { id, name, folderId } of files) {
      const invited = folders.find((one) => one.id === folderId)?.invited;
      const opened = await isFound(execute(caller, account, viewDocument, { documentId: id }));
      const { items } = await execute(caller, account, listDocuments, { q: name, sort: "name" });
      expect([name, opened, items.some((one) => one.id === id)]).toEqual([name, invited, invited]);
    }
  });

  it("the list of a folder, the check of one file and a search read no more than a page", async () => {
    const folderId = folders[1]?.id ?? "";
    const { items } = await execute(caller, account, listDocuments, { folderId });
    const documentId = items[0]?.id ?? "";
    expect(tooMuch(await explained(() => execute(caller, account, listDocuments, { folderId, sort: "name" })))).toEqual(
      [],
    );
    expect(tooMuch(await explained(() => execute(caller, account, viewDocument, { documentId })))).toEqual([]);
    expect(tooMuch(await explained(() => execute(caller, account, listDocuments, { q: "file 4242" })))).toEqual([]);
    expect(tooMuch(await explained(() => execute(caller, account, listFolders, {})))).toEqual([]);
  });

  it("a search with a short word beside a long one asks the index for the long one alone, and means both", async () => {
    const { name } = await portal.owner.document.findFirstOrThrow({
      where: { folderId: folders[1]?.id ?? "", name: { startsWith: "Laid file 9" } },
    });
    const number = name.slice("Laid file ".length);
    const named = async (q: string) =>
      (await execute(caller, account, listDocuments, { q })).items.map((one) => one.name);
    expect(await named(`la ${number}`)).toContain(name);
    expect(await named(`zz ${number}`)).toEqual([]);
    const asked = await explained(() => execute(caller, account, listDocuments, { q: `la ${number}` }));
    expect(asked.filter(({ text }) => text.includes("portcullis_words_found"))).toHaveLength(1);
  });
});
