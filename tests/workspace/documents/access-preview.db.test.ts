import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { createFolder } from "@/lib/workspace/documents/create-folder";
import { deleteDocument } from "@/lib/workspace/documents/delete-document";
import { downloadDocument } from "@/lib/workspace/documents/download-document";
import { listFolders } from "@/lib/workspace/documents/list-folders";
import { listVersions } from "@/lib/workspace/documents/list-versions";
import { moveFolder } from "@/lib/workspace/documents/move-folder";
import { previewAccess } from "@/lib/workspace/documents/preview-access";
import { previewFilesMove } from "@/lib/workspace/documents/preview-files-move";
import { previewFolderMove } from "@/lib/workspace/documents/preview-folder-move";
import { restoreDocument } from "@/lib/workspace/documents/restore-document";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { whoCanOpen } from "@/lib/workspace/documents/who-can-open";
import { buildFolder } from "@/prisma/seed/builders/document";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { folderFor, named } from "./arrange";

const OWNER = "owner@northwind.example";
const BILLING = "billing@northwind.example";
const SUPPORT = "support@northwind.example";

let portal: TestPortal;
let accountId: string;
let billing: string;
let support: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  ({ billing, support } = portal.demo.northwind.contacts);
});
afterAll(() => portal.close());

const as = async <Op extends AnyOperation>(who: string, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
  execute(await portal.as(who), accountId, operation, input);

const folder = (people: readonly string[]) => folderFor(portal.owner, accountId, people);

const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);

describe("another list for a folder", () => {
  it("is previewed with who loses and who gains, why each would see it, and who would be surprised", async () => {
    const { folderId } = await folder([billing]);
    const { change, audience } = await as(OWNER, previewAccess, { folderId, access: "own", people: [support] });
    expect([ids(change.lose), ids(change.gain), change.files]).toEqual([[billing], [support], 1]);
    const readers = new Map(audience.readers.map((one) => [one.id, one]));
    expect(readers.get(support)).toMatchObject({ surprise: null });
    expect(readers.has(billing)).toBe(false);
    expect(readers.get(portal.demo.northwind.contacts.owner)?.why).toContain("Account owner");
  });

  it("says of each person who can open it why, and calls nobody but its reader “you”", async () => {
    const { folderId } = await folder([billing, support]);
    const { items } = await as(BILLING, whoCanOpen, { folderId });
    const why = new Map(items.map((one) => [one.id, one.why]));
    expect(why.get(support)).toMatch(/Support role.*: in invited folders\.$/);
    for (const sentence of why.values()) expect(sentence).not.toMatch(/\byou\b/i);
  });

  it("marks whoever holds the billing role alone, and invited people who are recused", async () => {
    const { folderId } = await folder([]);
    await portal.owner.folderRecusal.create({
      data: { accountId, folderId, contactId: support, reason: "Sells it.", decidedByName: "Ingrid Solheim" },
    });
    const people = [billing, support];
    const { audience } = await as(OWNER, previewAccess, { folderId, access: "own", people });
    expect(audience.readers.find(({ id }) => id === billing)?.surprise).toBe("Holds the billing role only.");
    expect(audience.shutOut).toMatchObject([
      { id: support, why: "They are recused from it.", surprise: "Invited, but won't see it." },
    ]);
  });

  it("isn't applied if somebody else would lose access than was confirmed", async () => {
    const { folderId } = await folder([billing]);
    const asked = { folderId, access: "own" as const, people: [] };
    const { change } = await as(OWNER, previewAccess, asked);
    await as(OWNER, changeAccess, { folderId, access: "own", people: [billing, support] });
    expect((await problemOf(as(OWNER, changeAccess, { ...asked, token: change.token }))).code).toBe("conflict");
    const again = await as(OWNER, previewAccess, asked);
    expect(await as(OWNER, changeAccess, { ...asked, token: again.change.token })).toMatchObject({
      lost: 2,
      gained: 0,
    });
  });

  it("stays an act of its own: a folder that inherits follows the one above, and one with a list doesn't", async () => {
    const { folderId } = await folder([billing]);
    const inherits = await buildFolder(portal.owner, accountId, { name: named("Inherits"), parentId: folderId });
    const keeps = await buildFolder(portal.owner, accountId, {
      ...{ name: named("Keeps"), parentId: folderId, people: [billing] },
    });
    await as(OWNER, changeAccess, { folderId, access: "own", people: [support] });
    expect((await as(SUPPORT, viewFolder, { folderId: inherits })).folder?.id).toBe(inherits);
    expect((await problemOf(as(SUPPORT, viewFolder, { folderId: keeps }))).code).toBe("not-found");
    expect((await as(BILLING, viewFolder, { folderId: keeps })).folder?.id).toBe(keeps);
  });
});

describe("a folder that is created with its own list", () => {
  it("is never seen by others, not even between its creation and its list", async () => {
    const { folderId: parentId } = await folder([billing, support]);
    const seen: boolean[] = [];
    const { id } = await as(OWNER, createFolder, { parentId, name: named("New"), access: "own", people: [billing] });
    for (const who of [BILLING, SUPPORT]) {
      const { items } = await as(who, listFolders, { folderId: parentId } as never);
      seen.push(items.some((one) => one.id === id));
    }
    expect(seen).toEqual([true, false]);
  });
});

describe("a move", () => {
  it("is previewed for a folder and for files, and refused if it would concern others by then", async () => {
    const from = await folder([billing]);
    const to = await folder([support]);
    const inner = await buildFolder(portal.owner, accountId, { name: named("Inner"), parentId: from.folderId });
    const asked = { folderId: inner, toFolderId: to.folderId };
    const { change, keepsList } = await as(OWNER, previewFolderMove, asked);
    expect([ids(change.lose), ids(change.gain), keepsList]).toEqual([[billing], [support], false]);
    const files = await as(OWNER, previewFilesMove, { documentIds: [from.documentId], toFolderId: to.folderId });
    expect([ids(files.change.lose), ids(files.change.gain)]).toEqual([[billing], [support]]);
    await as(OWNER, changeAccess, { folderId: to.folderId, access: "own", people: [] });
    expect((await problemOf(as(OWNER, moveFolder, { ...asked, token: change.token }))).code).toBe("conflict");
    expect((await problemOf(as(BILLING, moveFolder, asked))).status).toBe(403);
  });
});

describe("a file that is restored", () => {
  it("is where it was, with its versions, for those who have access there now", async () => {
    const { folderId, documentId } = await folder([billing]);
    await as(OWNER, deleteDocument, { documentId });
    await as(OWNER, changeAccess, { folderId, access: "own", people: [support] });
    expect(await as(OWNER, restoreDocument, { documentId })).toMatchObject({ id: documentId, folderId });
    expect((await as(SUPPORT, listVersions, { documentId, page: 1 })).items).toHaveLength(1);
    expect((await problemOf(as(BILLING, listVersions, { documentId, page: 1 }))).code).toBe("not-found");
  });
});

describe("a view-only folder", () => {
  it("lets people on its list read its files, and download none", async () => {
    const { folderId, documentId } = await folder([billing]);
    await as(OWNER, changeAccess, { folderId, access: "own", people: [billing], viewOnly: true });
    expect((await as(BILLING, viewFolder, { folderId })).folder?.id).toBe(folderId);
    expect((await problemOf(as(BILLING, downloadDocument, { documentId }))).status).toBe(403);
  });
});
