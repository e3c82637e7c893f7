import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { addDocument } from "@/lib/workspace/documents/add-document";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { createFolder } from "@/lib/workspace/documents/create-folder";
import { deleteDocument } from "@/lib/workspace/documents/delete-document";
import { deleteFolder } from "@/lib/workspace/documents/delete-folder";
import { listDocuments } from "@/lib/workspace/documents/list-documents";
import { moveFiles } from "@/lib/workspace/documents/move-files";
import { moveFolder } from "@/lib/workspace/documents/move-folder";
import { reorderDocument } from "@/lib/workspace/documents/reorder-document";
import { reorderFolder } from "@/lib/workspace/documents/reorder-folder";
import { replaceDocument } from "@/lib/workspace/documents/replace-document";
import { viewDocument } from "@/lib/workspace/documents/view-document";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { buildFolder } from "@/prisma/seed/builders/document";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { contactOf, folderFor, named, uploadOf } from "./arrange";

const OWNER = "owner@northwind.example";
const ADMINISTRATOR = "administrator@northwind.example";
const BILLING = "billing@northwind.example";

let portal: TestPortal;
let account: string;
let globex: string;
let billing: string;

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  globex = portal.demo.globex.id;
  billing = await contactOf(portal.owner, account, BILLING);
});
afterAll(() => portal.close());

interface Place {
  readonly folderId: string;
  readonly documentId: string;
}

/** Drives the real operation of an activity. */
type Act = (caller: Caller, place: Place, email: string) => Promise<unknown>;

const upload: Act = async (caller, { folderId }, email) => {
  const uploadId = await uploadOf(portal.owner, account, { email, draft: `folder ${folderId}` });
  return execute(caller, account, addDocument, { folderId, uploadId });
};

const elsewhere = () => buildFolder(portal.owner, account, { name: named("Elsewhere") });

/** The rows of the policy document that depend on the folder. */
const conditional: Readonly<Record<string, Act>> = {
  "View Mode": async (caller, { folderId, documentId }) => {
    await execute(caller, account, viewFolder, { folderId });
    const { items } = await execute(caller, account, listDocuments, { folderId });
    expect(items.map(({ id }) => id)).toContain(documentId);
    await execute(caller, account, viewDocument, { documentId });
  },
  "Upload Files": upload,
  "Create New Folders": (caller, { folderId }) =>
    execute(caller, account, createFolder, { parentId: folderId, name: named("Papers") }),
};

/** Those that are not theirs, wherever they are invited. */
const withheld: Readonly<Record<string, Act>> = {
  "Cut & Paste Files": async (caller, { documentId }) =>
    execute(caller, account, moveFiles, { documentIds: [documentId], toFolderId: await elsewhere() }),
  "Cut & Paste Folders": async (caller, { folderId }) =>
    execute(caller, account, moveFolder, { folderId, toFolderId: await elsewhere() }),
  "Re-Order Files": (caller, { documentId }) => execute(caller, account, reorderDocument, { documentId, to: "first" }),
  "Re-Order Folders": (caller, { folderId }) => execute(caller, account, reorderFolder, { folderId, to: "first" }),
  "Change Folder Access": (caller, { folderId }) =>
    execute(caller, account, changeAccess, { folderId, access: "own", people: [billing] }),
  "Replace/Update Files": async (caller, { documentId }, email) => {
    const uploadId = await uploadOf(portal.owner, account, { email, draft: `document ${documentId}` });
    return execute(caller, account, replaceDocument, { documentId, uploadId });
  },
  "Delete Files": (caller, { documentId }) => execute(caller, account, deleteDocument, { documentId }),
  "Delete Folders": (caller, { folderId }) => execute(caller, account, deleteFolder, { folderId }),
};

/** The area's rows of the billing contact document, as it words them. */
const cells: Readonly<Record<string, string>> = {
  "View Mode": "Folders invited to",
  "Upload Files": "In folders invited to",
  "Create New Folders": "In folders invited to",
  "Cut & Paste Files": "No Access",
  "Cut & Paste Folders": "No Access",
  "Re-Order Files": "No Access",
  "Re-Order Folders": "No Access",
  "Change Folder Access": "No Access",
  "Replace/Update Files": "No Access",
  "Delete Files": "No Access",
  "Delete Folders": "No Access",
};

const area = "Documents";
const titleOf = (activity: string) => `${area}, ${activity}: ${cells[activity]}`;

describe("what the policy document says about a billing contact", () => {
  it.each(Object.entries(conditional).map(([activity, act]) => [titleOf(activity), act] as const))(
    "%s",
    async (_, act) => {
      const caller = await portal.as(BILLING);
      // Invited: to the folder, and to one that inherits from it.
      const invited = await folderFor(portal.owner, account, [billing]);
      await act(caller, invited, BILLING);
      // Not invited, neither to it nor above it: there is nothing to know of.
      const other = await folderFor(portal.owner, account, []);
      expect((await problemOf(act(caller, other, BILLING))).code).toBe("not-found");
      // Taken away while signed in.
      const owner = await portal.as(OWNER);
      await execute(owner, account, changeAccess, { folderId: invited.folderId, access: "own", people: [] });
      expect((await problemOf(act(caller, invited, BILLING))).code).toBe("not-found");
      // Of another account.
      const theirs = await folderFor(portal.owner, globex, []);
      expect((await problemOf(act(caller, theirs, BILLING))).code).toBe("not-found");
      // Owner and administrator need no invitation.
      for (const email of [OWNER, ADMINISTRATOR]) await act(await portal.as(email), other, email);
    },
  );

  it.each(Object.entries(withheld).map(([activity, act]) => [titleOf(activity), act] as const))(
    "%s",
    async (_, act) => {
      const invited = await folderFor(portal.owner, account, [billing]);
      const problem = await problemOf(act(await portal.as(BILLING), invited, BILLING));
      expect(problem.code).toBe("refused");
      // Of another account: there is nothing to know of, for anybody.
      const theirs = await folderFor(portal.owner, globex, []);
      expect((await problemOf(act(await portal.as(OWNER), theirs, OWNER))).code).toBe("not-found");
      for (const email of [OWNER, ADMINISTRATOR]) {
        await act(await portal.as(email), await folderFor(portal.owner, account, [billing]), email);
      }
    },
  );
});
