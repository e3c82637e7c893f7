import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { addDocument } from "@/lib/workspace/documents/add-document";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { deleteDocument } from "@/lib/workspace/documents/delete-document";
import { deleteFolder } from "@/lib/workspace/documents/delete-folder";
import { moveFiles } from "@/lib/workspace/documents/move-files";
import { moveFolder } from "@/lib/workspace/documents/move-folder";
import { purgeDocumentsJob, purgeFoldersJob } from "@/lib/workspace/documents/purge-deleted";
import { renameFolder } from "@/lib/workspace/documents/rename-folder";
import { replaceDocument } from "@/lib/workspace/documents/replace-document";
import { restoreDocument } from "@/lib/workspace/documents/restore-document";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { contactOf, named, uploadOf } from "./arrange";
import { miscounted } from "./miscounted";
import { misgoverned } from "./misgoverned";

const OWNER = "owner@northwind.example";
const BILLING = "billing@northwind.example";
/** More than there are connections: all of them wait for the same tree. */
const AT_ONCE = 50;

let portal: TestPortal;
let account: string;
let owner: Caller;
let billing: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  owner = await portal.as(OWNER);
  billing = await contactOf(portal.owner, account, BILLING);
});
afterAll(() => portal.close());

const times = <T>(work: (index: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: AT_ONCE }, (_, i) => work(i)));
const folder = (name: string, parentId?: string, people?: string[]) =>
  buildFolder(portal.owner, account, { name: named(name), ...(parentId && { parentId }), ...(people && { people }) });

/** Everything that fails, fails with a sentence for people. */
function onlyProblems(outcomes: readonly PromiseSettledResult<unknown>[]): string[] {
  return outcomes.flatMap((one) => {
    if (one.status === "fulfilled") return [];
    expect(one.reason).toBeInstanceOf(Problem);
    return [(one.reason as Problem).code];
  });
}

describe("fifty at the same time", () => {
  it("move a folder, change its access and bring files: every folder is governed as its place says", async () => {
    const [here, there] = [await folder("Here", undefined, [billing]), await folder("There", undefined, [])];
    const moved = await folder("Moved", here);
    const below = await folder("Below", moved);
    const uploads = await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        uploadOf(portal.owner, account, { email: BILLING, draft: `folder ${below}` }),
      ),
    );
    const contact = await portal.as(BILLING);
    const outcomes = await times(async (index): Promise<unknown> => {
      if (index % 5 === 0) {
        return execute(owner, account, moveFolder, { folderId: moved, toFolderId: index % 10 === 0 ? there : here });
      }
      if (index % 5 === 1) {
        const people = index % 2 === 0 ? [billing] : [];
        return execute(owner, account, changeAccess, {
          folderId: index % 3 === 0 ? moved : here,
          access: "own",
          people,
        });
      }
      return execute(contact, account, addDocument, { folderId: below, uploadId: uploads[index] ?? "" });
    });
    // Whoever waits too long for the others is asked to try again.
    const failed = onlyProblems(outcomes);
    expect(failed.length).toBeLessThan(AT_ONCE);
    expect(failed.filter((code) => !["not-found", "conflict", "unavailable"].includes(code))).toEqual([]);
    expect(await misgoverned(portal.owner, account)).toEqual([]);
    // Each file arrived once under a name of its own, or not at all.
    const files = await portal.owner.document.findMany({ where: { folderId: below }, select: { name: true } });
    expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
    const attached = await portal.owner.storedFile.count({ where: { id: { in: uploads }, state: "attached" } });
    expect(attached).toBe(files.length);
  });

  it("rename folders to the same name: one gets it", async () => {
    const parent = await folder("Parent");
    const ids: string[] = [];
    for (let index = 0; index < AT_ONCE; index++) ids.push(await folder(`Folder ${index}`, parent));
    const outcomes = await times((index) =>
      execute(owner, account, renameFolder, { folderId: ids[index] ?? "", name: index % 2 ? "Papers" : "PAPERS" }),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(new Set(onlyProblems(outcomes))).toEqual(new Set(["invalid"]));
    const named = await portal.owner.folder.count({
      where: { parentId: parent, name: { equals: "papers", mode: "insensitive" } },
    });
    expect(named).toBe(1);
  });

  it("move two folders into each other: one of them ends in the other, and none in itself", async () => {
    const [a, b] = [await folder("A"), await folder("B")];
    const outcomes = await times((index) =>
      execute(owner, account, moveFolder, index % 2 ? { folderId: a, toFolderId: b } : { folderId: b, toFolderId: a }),
    );
    expect(onlyProblems(outcomes).every((code) => code === "conflict" || code === "invalid")).toBe(true);
    const rows = await portal.owner.folder.findMany({
      where: { id: { in: [a, b] } },
      select: { id: true, parentId: true },
    });
    const inside = rows.filter(({ parentId }) => parentId === a || parentId === b);
    expect(inside).toHaveLength(1);
    expect(await misgoverned(portal.owner, account)).toEqual([]);
  });

  it("replace one file: each gets a version of its own, one after another", async () => {
    const documentId = await buildDocument(portal.owner, account, {
      folderId: await folder("Versions"),
      name: "Plan.txt",
    });
    const uploads = await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        uploadOf(portal.owner, account, { email: OWNER, draft: `document ${documentId}` }),
      ),
    );
    const outcomes = await times((index) =>
      execute(owner, account, replaceDocument, { documentId, uploadId: uploads[index] ?? "" }),
    );
    onlyProblems(outcomes);
    const done = outcomes.filter(({ status }) => status === "fulfilled").length;
    const versions = await portal.owner.documentVersion.findMany({ where: { documentId }, orderBy: { number: "asc" } });
    expect(versions.map(({ number }) => number)).toEqual(Array.from({ length: done + 1 }, (_, index) => index + 1));
    const { version, fileId } = await portal.owner.document.findUniqueOrThrow({ where: { id: documentId } });
    expect([version, fileId]).toEqual([done + 1, versions.at(-1)?.fileId]);
  });

  it("upload, replace, move, delete, restore and purge files: each folder's size is what is in it", async () => {
    const [here, there] = [await folder("Here"), await folder("There")];
    const files = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        buildDocument(portal.owner, account, { folderId: index % 2 ? here : there, name: `${named("File")}.txt` }),
      ),
    );
    const [old = "", ...others] = files;
    await portal.owner.document.update({
      where: { id: old },
      data: { deletedAt: addDays(new Date(), -40), deletedByName: "Test" },
    });
    const upload = (draft: string) => uploadOf(portal.owner, account, { email: OWNER, draft });
    const [arriving, replacing] = await Promise.all([
      Promise.all(Array.from({ length: AT_ONCE }, () => upload(`folder ${here}`))),
      Promise.all(Array.from({ length: AT_ONCE }, (_, index) => upload(`document ${others[index % others.length]}`))),
    ]);
    const outcomes = await times((index): Promise<unknown> => {
      const documentId = others[index % others.length] ?? "";
      const acts = [
        () => execute(owner, account, addDocument, { folderId: here, uploadId: arriving[index] ?? "" }),
        () => execute(owner, account, replaceDocument, { documentId, uploadId: replacing[index] ?? "" }),
        () => execute(owner, account, moveFiles, { documentIds: [documentId], toFolderId: index % 4 ? there : here }),
        () => execute(owner, account, deleteDocument, { documentId }),
        () => execute(owner, account, restoreDocument, { documentId }),
        () => purgeDocumentsJob.work({ accountId: account, id: old }, new Date()),
      ];
      return (acts[index % acts.length] ?? acts[0])?.() as Promise<unknown>;
    });
    const failed = onlyProblems(outcomes);
    expect(failed.filter((code) => !["not-found", "conflict", "unavailable"].includes(code))).toEqual([]);
    expect(failed.length).toBeLessThan(AT_ONCE);
    expect(await portal.owner.document.count({ where: { id: old } })).toBe(0);
    expect(await miscounted(portal.owner, account)).toEqual([]);
  });

  it("purge a folder while files arrive in another and are moved: each folder's size is what is in it", async () => {
    const [gone, left] = [await folder("Gone"), await folder("Left")];
    for (let index = 0; index < 5; index++) {
      await buildDocument(portal.owner, account, { folderId: gone, name: `${named("Gone")}.txt` });
    }
    await execute(owner, account, deleteFolder, { folderId: gone });
    await portal.owner.folder.updateMany({ where: { id: gone }, data: { deletedAt: addDays(new Date(), -40) } });
    const uploads = await Promise.all(
      Array.from({ length: AT_ONCE }, () => uploadOf(portal.owner, account, { email: OWNER, draft: `folder ${left}` })),
    );
    const outcomes = await times(
      (index): Promise<unknown> =>
        index % 5 === 0
          ? purgeFoldersJob.work({ accountId: account, id: gone }, new Date())
          : execute(owner, account, addDocument, { folderId: left, uploadId: uploads[index] ?? "" }),
    );
    onlyProblems(outcomes);
    expect(await portal.owner.folder.count({ where: { id: gone } })).toBe(0);
    expect(await portal.owner.folderUsage.count({ where: { folderId: gone } })).toBe(0);
    expect(await miscounted(portal.owner, account)).toEqual([]);
  });
});
