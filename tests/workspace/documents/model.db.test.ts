import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Grant } from "@/lib/platform/db/grant";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Caller } from "@/lib/platform/operations/caller";
import { type RequestContext, withRequest } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import type { Viewer } from "@/lib/policy/viewer";
import { livingDocuments, livingFolders } from "@/lib/workspace/core/living-documents";
import { addDocument } from "@/lib/workspace/documents/add-document";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { deleteDocument } from "@/lib/workspace/documents/delete-document";
import { deleteFolder } from "@/lib/workspace/documents/delete-folder";
import { moveFiles } from "@/lib/workspace/documents/move-files";
import { moveFolder } from "@/lib/workspace/documents/move-folder";
import { renameDocument } from "@/lib/workspace/documents/rename-document";
import { renameFolder } from "@/lib/workspace/documents/rename-folder";
import { restoreDocument } from "@/lib/workspace/documents/restore-document";
import { restoreFolder } from "@/lib/workspace/documents/restore-folder";
import { buildDocument, buildFolder, topFolder } from "@/prisma/seed/builders/document";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { contactOf, uploadOf } from "./arrange";
import { type Beginning, FolderModel } from "./folder-model";
import { miscounted } from "./miscounted";

const PEOPLE = ["billing@northwind.example", "support@northwind.example"];
const SEQUENCES = 1_000;
/** Most are short, as they begin in a tree of three levels with two lists; some are long. */
const STEPS = { minLength: 2, maxLength: 6 };
const LONG = { minLength: 20, maxLength: 20 };
const FOLDERS = 5;
const NAMES = ["Budget", "Plan", "Model 0", "Model 3"];

let portal: TestPortal;
let account: string;
let owner: Caller;
let viewers: Viewer[];
let contacts: string[];
let top: string;
let beginning: Beginning[];
let uploads: string[];

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  owner = await portal.as("owner@northwind.example");
  contacts = await Promise.all(PEOPLE.map((email) => contactOf(portal.owner, account, email)));
  viewers = await Promise.all(
    PEOPLE.map(async (email) =>
      withRequest(await portal.as(email), { accountId: account }, async ({ scope }) => scope.viewer),
    ),
  );
  top = await topFolder(portal.owner, account);
  await portal.owner.document.deleteMany({ where: { accountId: account } });
  await portal.owner.folder.deleteMany({ where: { accountId: account, parentId: { not: null } } });
  await arrange();
});
afterAll(() => portal.close());

/** Two trees, of which the first has the list of one person at its top and that of both at its end. */
async function arrange(): Promise<void> {
  const [billing = "", support = ""] = contacts;
  const plans = [
    { in: null, list: [billing] },
    { in: 0, list: null },
    { in: 1, list: [billing, support] },
    { in: null, list: null },
    { in: 3, list: [support] },
  ];
  beginning = [];
  uploads = [];
  for (const [index, { in: inside, list }] of plans.entries()) {
    const parent = inside === null ? top : (beginning[inside]?.id ?? top);
    const name = `Model ${index}`;
    const id = await buildFolder(portal.owner, account, { name, parentId: parent, ...(list && { people: list }) });
    const fileId = await buildDocument(portal.owner, account, { folderId: id, name: `${name}.txt` });
    beginning.push({ id, name, parent, list, fileId });
    const upload = { email: "owner@northwind.example", draft: `folder ${id}`, name: "Budget.txt" };
    uploads.push(await uploadOf(portal.owner, account, upload));
  }
}

const kinds = [
  { weight: 3, arbitrary: fc.constant("move" as const) },
  { weight: 5, arbitrary: fc.constant("share" as const) },
  { weight: 4, arbitrary: fc.constantFrom("inherit" as const, "upload" as const) },
  { weight: 6, arbitrary: fc.constantFrom("delete" as const, "restore" as const) },
  { weight: 4, arbitrary: fc.constantFrom("rename" as const, "moveFile" as const, "renameFile" as const) },
  { weight: 4, arbitrary: fc.constantFrom("deleteFile" as const, "restoreFile" as const) },
];
const aStep = fc.record({
  does: fc.oneof(...kinds),
  folder: fc.nat({ max: FOLDERS - 1 }),
  /** The last one is the top. */
  to: fc.nat({ max: FOLDERS }),
  people: fc.subarray([0, 1]),
  name: fc.constantFrom(...NAMES),
  /** Few, so that steps meet: in the first folders, and the first that is uploaded. */
  file: fc.constantFrom(0, 1, 2, FOLDERS),
});
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

const answered = new Map<string, number>();

it.each([
  [SEQUENCES - 20, STEPS],
  [20, LONG],
])(
  "after each step of %i sequences people see what the plain rules say",
  async (sequences, length) => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, length), (steps) =>
        takenBack(async (request) => {
          const model = new FolderModel(beginning, top);
          const files = beginning.map(({ fileId }) => fileId);
          for (const [at, planned] of steps.entries()) {
            const said = JSON.stringify(steps.slice(0, at + 1));
            const step = meant(model, planned, files);
            const { worked, made } = await run(request, step);
            if (made !== null) files.push(made);
            expect(apply(model, step, made), said).toBe(worked);
            const answer = `${step.does} ${worked}`;
            answered.set(answer, (answered.get(answer) ?? 0) + 1);
            for (const [index, contact] of contacts.entries())
              expect(await seenBy(request, viewers[index] as Viewer), said).toEqual(model.seenBy(contact));
          }
          expect(await miscounted(databaseOf(request), account), JSON.stringify(steps)).toEqual([]);
        }),
      ),
      { numRuns: sequences, seed: 90 },
    );
  },
  900_000,
);

it("each kind of step was allowed in some of them and refused in others", () => {
  for (const does of [
    "move",
    "share",
    "inherit",
    "upload",
    "delete",
    "restore",
    "rename",
    "moveFile",
    "deleteFile",
    "restoreFile",
    "renameFile",
  ])
    for (const worked of [true, false])
      expect(answered.get(`${does} ${worked}`) ?? 0, `${does} ${worked}`).toBeGreaterThan(5);
});

class TakenBack extends Error {}

/** One request as the owner, of which nothing stays: each sequence begins as the first one did. */
async function takenBack(work: (request: RequestContext) => Promise<void>): Promise<void> {
  const all = async (request: RequestContext) => {
    await work(request);
    throw new TakenBack();
  };
  await withRequest(owner, { accountId: account }, all).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
}

interface Meant extends Pick<Step, "does" | "name"> {
  readonly folderId: string;
  readonly toFolderId: string;
  readonly people: readonly string[];
  readonly documentId: string;
  readonly uploadId: string;
}

/** The step with the records it is about. What is restored is something deleted, if there is anything. */
function meant(model: FolderModel, { does, name, folder, to, people, file }: Step, files: readonly string[]): Meant {
  const folderAt = (index: number): string => beginning[index]?.id ?? top;
  const deletedFolders = does === "restore" ? model.deletedFolders() : [];
  const deletedFiles = does === "restoreFile" ? model.deletedFiles() : [];
  return {
    ...{ does, name, toFolderId: folderAt(to), uploadId: uploads[folder] ?? "" },
    folderId: deletedFolders[folder % deletedFolders.length] ?? folderAt(folder),
    people: people.map((index) => contacts[index] ?? ""),
    // A file that isn't there yet is nobody's.
    documentId: deletedFiles[file % deletedFiles.length] ?? files[file] ?? top,
  };
}

function apply(model: FolderModel, step: Meant, made: string | null): boolean {
  const { does, folderId, toFolderId, documentId } = step;
  switch (does) {
    case "move":
      return model.move(folderId, toFolderId);
    case "share":
      return model.share(folderId, step.people);
    case "rename":
      return model.rename(folderId, step.name);
    case "upload":
      return model.upload(folderId, made ?? beginning[0]?.fileId ?? "", "Budget.txt");
    case "moveFile":
      return model.moveFile(documentId, folderId);
    case "renameFile":
      return model.renameFile(documentId, `${step.name}.txt`);
    case "deleteFile":
    case "restoreFile":
      return model[does](documentId);
    default:
      return model[does](folderId);
  }
}

/** Drives the real operation. It didn't work if it was refused with a sentence. */
async function run(request: RequestContext, step: Meant): Promise<{ worked: boolean; made: string | null }> {
  const [operation, input] = callOf(step);
  try {
    const output = (await request.execute(operation as never, input as never)) as { id: string };
    return { worked: true, made: step.does === "upload" ? output.id : null };
  } catch (error) {
    if (error instanceof Problem) return { worked: false, made: null };
    throw error;
  }
}

function callOf({ does, name, folderId, toFolderId, people, documentId, uploadId }: Meant): [AnyOperation, object] {
  switch (does) {
    case "move":
      return [moveFolder, { folderId, toFolderId }];
    case "share":
      return [changeAccess, { folderId, access: "own", people }];
    case "inherit":
      return [changeAccess, { folderId, access: "inherit" }];
    case "rename":
      return [renameFolder, { folderId, name }];
    case "delete":
      return [deleteFolder, { folderId }];
    case "restore":
      return [restoreFolder, { folderId }];
    case "upload":
      return [addDocument, { folderId, uploadId }];
    case "moveFile":
      return [moveFiles, { documentIds: [documentId], toFolderId: folderId }];
    case "renameFile":
      return [renameDocument, { documentId, name: `${name}.txt` }];
    case "deleteFile":
      return [deleteDocument, { documentId }];
    case "restoreFile":
      return [restoreDocument, { documentId }];
  }
}

/** What the filters of lists, search and downloads let through to somebody, asked within the owner's transaction. */
async function seenBy(request: RequestContext, viewer: Viewer): Promise<string[]> {
  const db = databaseOf(request);
  const { scope } = request;
  if (scope.account === null) throw new Error("The owner sees no documents.");
  const at = { viewer, account: scope.account };
  const select = { id: true, name: true } as const;
  const folders = await db.folder.findMany({ where: livingFolders(at), select });
  const files = await db.document.findMany({ where: livingDocuments(at), select });
  return [...folders, ...files].map((one) => `${one.id} ${one.name}`).sort();
}

function databaseOf({ scope }: RequestContext) {
  const grant = Grant.of(scope.viewer, "documents.view", "account");
  if (grant === null) throw new Error("The owner sees no documents.");
  return scope.open(grant);
}
