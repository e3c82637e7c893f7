import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { claimExport } from "@/lib/jobs/claim-export";
import { prepareExports } from "@/lib/jobs/prepare-exports";
import type { Bundle } from "@/lib/platform/kernel/bundle";
import { execute } from "@/lib/platform/operations/execute";
import { withBackground } from "@/lib/platform/rendering/background";
import { newBegunFlag } from "@/lib/platform/rendering/drawing-begun";
import { writeBundle } from "@/lib/platform/rendering/write-bundle";
import { downloadDocument } from "@/lib/workspace/documents/download-document";
import { downloadZip } from "@/lib/workspace/documents/zip/download-zip";
import { previewZip } from "@/lib/workspace/documents/zip/preview-zip";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { fileBytes } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { unzip } from "@/tests/fixtures/unzip";
import { contactOf, named } from "./arrange";

const BILLING = "billing@northwind.example";
const OWNER = "owner@northwind.example";
const SUPPORT = "support@northwind.example";

let portal: TestPortal;
let account: string;
let billing: string;

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  billing = await contactOf(portal.owner, account, BILLING);
});
afterEach(() => portal.owner.export.deleteMany());
afterAll(() => portal.close());

const folder = (plan: Partial<Parameters<typeof buildFolder>[2]>) =>
  buildFolder(portal.owner, account, { name: named("Folder"), ...plan });

/** A file whose contents are its marker. */
const file = (folderId: string, name: string, marker = `marker ${name}`) =>
  buildDocument(portal.owner, account, { folderId, name, contents: new TextEncoder().encode(marker) });

async function prepare(input: { folderId: string } | { documentIds: string[] }, email = BILLING): Promise<string> {
  const { id } = await execute(await portal.as(email), account, downloadZip.prepare, input);
  await prepareExports();
  return id;
}

const download = async (exportId: string, email = BILLING) =>
  execute(await portal.as(email), account, downloadZip, { exportId });

const contentsOf = async (exportId: string, email = BILLING) =>
  unzip(await fileBytes((await download(exportId, email)).body));

/** A board with a folder that all of it sees, one for others, one that is view only, and one that was deleted. */
async function board() {
  const top = await folder({ name: named("Board"), people: [billing] });
  const open = await folder({ name: "Minutes", parentId: top });
  const hidden = await folder({ name: "Remuneration", parentId: top, people: [] });
  const below = await folder({ name: "Below hidden", parentId: hidden, people: [billing] });
  const read = await folder({ name: "Reading", parentId: top, people: [billing], viewOnly: true });
  const gone = await folder({ name: "Gone", parentId: top });
  for (const [id, name] of [
    [top, "plan.txt"],
    [open, "may.txt"],
    [hidden, "salaries.txt"],
    [below, "unreachable.txt"],
    [read, "lines.txt"],
    [gone, "old.txt"],
  ] as const) {
    await file(id, name);
  }
  const deletion = { deletedAt: new Date(), deletedByName: "Test", deletedWithId: gone, deletedItself: true };
  await portal.owner.folder.update({ where: { id: gone }, data: deletion });
  const deleted = await file(open, "deleted.txt");
  await portal.owner.document.update({
    where: { id: deleted },
    data: { deletedAt: new Date(), deletedByName: "Test" },
  });
  const { name } = await portal.owner.folder.findUniqueOrThrow({ where: { id: top } });
  return { top, open, hidden, read, name };
}

type Board = Awaited<ReturnType<typeof board>>;

describe("a ZIP file of a folder", () => {
  it("contains what its requester can download, and not a byte of anything else", async () => {
    const { top, name } = await board();
    const files = await contentsOf(await prepare({ folderId: top }));
    expect(files.map(({ path, contents }) => [path, String(contents)])).toEqual([
      [`${name}/plan.txt`, "marker plan.txt"],
      [`${name}/Minutes/may.txt`, "marker may.txt"],
      ["Not included.txt", expect.stringContaining("- Reading: lines.txt")],
    ]);
    const all = Buffer.concat(files.map(({ contents }) => contents)).toString();
    for (const other of [
      "salaries",
      "Remuneration",
      "unreachable",
      "Below hidden",
      "marker lines",
      "old.txt",
      "deleted",
    ]) {
      expect(all).not.toContain(other);
    }
    expect(files.every(({ utf8 }) => utf8)).toBe(true);
  });

  it("contains everything for somebody who sees every folder", async () => {
    const { top, name } = await board();
    const files = await contentsOf(await prepare({ folderId: top }, OWNER), OWNER);
    expect(files.map(({ path }) => path).sort()).toEqual([
      `${name}/Minutes/may.txt`,
      `${name}/Reading/lines.txt`,
      `${name}/Remuneration/Below hidden/unreachable.txt`,
      `${name}/Remuneration/salaries.txt`,
      `${name}/plan.txt`,
    ]);
  });

  it("of a folder that one can't see is not found, and nothing is requested", async () => {
    const { hidden } = await board();
    expect((await problemOf(prepare({ folderId: hidden }))).code).toBe("not-found");
    expect(await portal.owner.export.count()).toBe(0);
  });

  it("is previewed with how many files it has and what is left out", async () => {
    const { top, name } = await board();
    const shown = await execute(await portal.as(BILLING), account, previewZip, { folderId: top });
    expect(shown).toEqual({
      ...{ name, files: 2, viewOnly: 1, held: 0, refusal: null },
      bytes: "marker plan.txtmarker may.txt".length,
    });
  });

  it("leaves out a file that waits for a virus scan, and says so", async () => {
    const id = await folder({ people: [billing] });
    await file(id, "clean.txt");
    const held = await portal.owner.document.findUniqueOrThrow({ where: { id: await file(id, "waits.txt") } });
    await portal.owner.storedFile.update({ where: { id: held.fileId }, data: { scan: "waiting" } });
    const files = await contentsOf(await prepare({ folderId: id }));
    expect(files).toHaveLength(2);
    expect(String(files[1]?.contents)).toMatch(/wait for a virus scan[\s\S]*waits\.txt/);
  });

  it("keeps every name inside it, and unlike the others", async () => {
    const id = await folder({ name: "../../../tmp/evil", people: [billing] });
    const twin = await folder({ name: "BUDGET.txt", parentId: id });
    for (const name of ["..\\..\\boot.ini", "/etc/passwd", "CON.txt", "budget.txt", "Protokoll für März.txt"]) {
      await file(id, name);
    }
    await file(twin, "議事録.txt");
    const files = await contentsOf(await prepare({ folderId: id }));
    expect(files.map(({ path }) => path)).toEqual([
      "-..-..-tmp-evil/-..-boot.ini",
      "-..-..-tmp-evil/-etc-passwd",
      "-..-..-tmp-evil/_CON.txt",
      "-..-..-tmp-evil/budget (2).txt",
      "-..-..-tmp-evil/Protokoll für März.txt",
      "-..-..-tmp-evil/BUDGET.txt/議事録.txt",
    ]);
  });
});

it("a ZIP file of chosen files has those that one can open", async () => {
  const { open, hidden, read } = await board();
  const documentIds = [await file(open, "one.txt"), await file(hidden, "two.txt"), await file(read, "three.txt")];
  const files = await contentsOf(await prepare({ documentIds }));
  expect(files.map(({ path }) => path)).toEqual(["one.txt", "Not included.txt"]);
  expect(String(files[1]?.contents)).not.toContain("two.txt");
});

describe("access to the files in it", () => {
  it("is asked again for each when it is written", async () => {
    const { top, open, name } = await board();
    await execute(await portal.as(BILLING), account, downloadZip.prepare, { folderId: top });
    const claimed = await claimExport(new Date());
    if (!claimed) throw new Error("not claimed");
    const caller = { credential: { by: "export", id: claimed.id, attempt: 1 }, via: "system", ip: "" } as const;
    const { signal } = new AbortController();
    const background = { signal, drawing: newBegunFlag(), counted() {}, read() {}, ranWith() {}, contains() {} };
    const input = { folderId: top };
    const { body } = await withBackground(background, () => execute(caller, account, downloadZip, input));
    // It was planned; then the person is taken off one of its folders.
    await portal.owner.folder.update({ where: { id: open }, data: { governingId: open } });
    const written = await writeBundle(body as Bundle, {
      signal,
      ask: (one) => execute(caller, account, downloadDocument, one.input as never),
      onFile() {},
    });
    const files = await unzip(await fileBytes(written.body));
    expect(files.map(({ path }) => path)).toEqual([`${name}/plan.txt`, "Not included.txt"]);
    expect(String(files[1]?.contents)).toContain(`You could no longer open these files:\r\n- ${name}/Minutes/may.txt`);
    expect(written.contents).toHaveLength(1);
  });

  const refused = "You can no longer open everything that is in this file. Prepare it again.";

  it.each([
    [
      "has lost one of the folders",
      ({ top }: Board) => portal.owner.folderAccess.deleteMany({ where: { folderId: top } }),
    ],
    [
      "may only view one now",
      ({ top }: Board) => portal.owner.folder.update({ where: { id: top }, data: { viewOnly: true } }),
    ],
    [
      "sees that a file was deleted",
      ({ open }: Board) =>
        portal.owner.document.updateMany({
          where: { folderId: open, deletedAt: null },
          data: { deletedAt: new Date(), deletedByName: "Test" },
        }),
    ],
    [
      "would get a file in which a virus was found since",
      ({ open }: Board) =>
        portal.owner.storedFile.updateMany({
          where: { documents: { some: { folderId: open } } },
          data: { scan: "infected" },
        }),
    ],
  ] as const)("is asked again at each download: nobody gets it who %s", async (_, change) => {
    const made = await board();
    const id = await prepare({ folderId: made.top });
    expect((await download(id)).filename).toMatch(/^documents-C-\d+-[\d-]+\.zip$/);
    await change(made);
    const problem = await problemOf(download(id));
    expect([problem.code, problem.detail]).toEqual(["conflict", refused]);
  });

  it("is their own: nobody else gets the file, the owner neither", async () => {
    const { top } = await board();
    const id = await prepare({ folderId: top });
    for (const other of [OWNER, SUPPORT]) expect((await problemOf(download(id, other))).code).toBe("not-found");
  });

  it("stands when a file gets a new version: the old one is still theirs", async () => {
    const { top, open } = await board();
    const id = await prepare({ folderId: top });
    const document = await portal.owner.document.findFirstOrThrow({ where: { folderId: open, deletedAt: null } });
    const other = await portal.owner.document.findUniqueOrThrow({ where: { id: await file(open, "new.txt") } });
    await portal.owner.document.update({ where: { id: document.id }, data: { fileId: other.fileId, version: 2 } });
    expect(await contentsOf(id)).toHaveLength(3);
  });
});

describe("before anything is read", () => {
  /** Rows without contents in the storage: whoever reads them fails. */
  async function filesOf(count: number, size: number): Promise<string> {
    const folderId = await folder({ people: [billing] });
    const stored = { accountId: account, draft: "sample", name: "x", state: "attached", sha256: "0" } as const;
    const contents = { received: size, contentType: "text/plain", storageKey: `none/${randomUUID()}` };
    const { id: fileId } = await portal.owner.storedFile.create({ data: { ...stored, ...contents, size } });
    await portal.owner.document.createMany({
      data: Array.from({ length: count }, (_, index) => ({
        ...{ accountId: account, folderId, fileId, name: `File ${index}`, position: index, uploadedByName: "Test" },
      })),
    });
    return folderId;
  }

  it.each([
    [5_001, 1, "A ZIP file can have up to 5,000 files. Choose a smaller folder or fewer files."],
    [
      3,
      200 * 1024 * 1024,
      "These files have 600 MB together. A ZIP file can have up to 500 MB. Choose a smaller folder or fewer files.",
    ],
    [0, 1, "There are no files here to download."],
  ])("%i files of %i bytes are refused: %s", async (count, size, sentence) => {
    const folderId = await filesOf(count, size);
    expect((await problemOf(prepare({ folderId }))).detail).toBe(sentence);
    const { refusal } = await execute(await portal.as(BILLING), account, previewZip, { folderId });
    expect(refusal).toBe(sentence);
    expect(await portal.owner.export.count()).toBe(0);
  });

  it("only view-only files are refused with what one can do", async () => {
    const folderId = await folder({ people: [billing], viewOnly: true });
    await file(folderId, "read.txt");
    expect((await problemOf(prepare({ folderId }))).detail).toBe(
      "These files are view only: they can be read, but not downloaded.",
    );
  });

  it("neither a folder nor files, or both, are refused", async () => {
    for (const input of [{}, { folderId: randomUUID(), documentIds: [randomUUID()] }]) {
      expect((await problemOf(prepare(input as never))).detail).toBe("Choose a folder or files.");
    }
  });

  it("a file whose contents are missing fails the whole, and nothing of it is kept", async () => {
    const id = await prepare({ folderId: await filesOf(1, 10) });
    expect(await portal.owner.export.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "failed" });
    expect(await portal.owner.exportPart.count()).toBe(0);
  });
});
