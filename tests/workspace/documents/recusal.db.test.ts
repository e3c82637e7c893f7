import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/lib/home/search/find";
import { execute } from "@/lib/platform/operations/execute";
import { addDocument } from "@/lib/workspace/documents/add-document";
import { createFolder } from "@/lib/workspace/documents/create-folder";
import { listDeletedDocuments } from "@/lib/workspace/documents/list-deleted-documents";
import { listDocuments } from "@/lib/workspace/documents/list-documents";
import { listFolders } from "@/lib/workspace/documents/list-folders";
import { moveFolder } from "@/lib/workspace/documents/move-folder";
import { previewFolderMove } from "@/lib/workspace/documents/preview-folder-move";
import { dismissFolderConflict } from "@/lib/workspace/documents/recusals/dismiss-folder-conflict";
import { liftFolderRecusal } from "@/lib/workspace/documents/recusals/lift-folder-recusal";
import { listOwnRecusals } from "@/lib/workspace/documents/recusals/list-own-recusals";
import { recuseFromFolder } from "@/lib/workspace/documents/recusals/recuse-from-folder";
import { tagFolder } from "@/lib/workspace/documents/recusals/tag-folder";
import { viewFolderRecusals } from "@/lib/workspace/documents/recusals/view-folder-recusals";
import { restoreDocument } from "@/lib/workspace/documents/restore-document";
import { viewDocument } from "@/lib/workspace/documents/view-document";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { whoCanOpen } from "@/lib/workspace/documents/who-can-open";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { named, uploadOf } from "./arrange";

const OWNER = "owner@northwind.example";
const ADMINISTRATOR = "administrator@northwind.example";
const BILLING = "billing@northwind.example";
const reason = "Their firm made an offer";

let portal: TestPortal;
let run: <Op extends Parameters<typeof execute>[2]>(
  email: string,
  op: Op,
  input: Parameters<typeof execute<Op>>[3],
) => ReturnType<typeof execute<Op>>;
beforeAll(async () => {
  portal = await testPortal();
  run = async (email, op, input) => execute(await portal.as(email), portal.demo.northwind.id, op, input);
});
afterAll(() => portal.close());

const contacts = () => portal.demo.northwind.contacts;

/** A folder for billing with one in it, which has its own list, and a file in each. */
async function world() {
  const accountId = portal.demo.northwind.id;
  const marker = named("Zanzibar");
  const people = [contacts().billing];
  const outer = await buildFolder(portal.owner, accountId, { name: `${marker} outer`, people });
  const inner = await buildFolder(portal.owner, accountId, { name: `${marker} inner`, parentId: outer, people });
  const outerFile = await buildDocument(portal.owner, accountId, { folderId: outer, name: `${marker} one.txt` });
  const innerFile = await buildDocument(portal.owner, accountId, { folderId: inner, name: `${marker} two.txt` });
  return { marker, outer, inner, outerFile, innerFile };
}

/** Everything that finds folders and files by the marker, or lists them. */
const all = async (email: string, { marker, outer, inner }: Awaited<ReturnType<typeof world>>) =>
  JSON.stringify([
    await run(email, listFolders, { q: marker }),
    await run(email, listFolders, {}),
    await run(email, listDocuments, { q: marker }),
    await run(email, find, { q: marker }),
    await run(email, viewFolder, { folderId: outer }).catch(() => null),
    await run(email, viewFolder, { folderId: inner }).catch(() => null),
  ]);

describe("a recusal from a folder", () => {
  it("takes away the folder and everything below it, in lists, search and by id", async () => {
    const at = await world();
    expect(await all(BILLING, at)).toContain(at.marker);
    await run(OWNER, recuseFromFolder, { folderId: at.outer, contactId: contacts().billing, reason });
    expect(await all(BILLING, at)).not.toContain(at.marker);
    for (const documentId of [at.outerFile, at.innerFile])
      expect((await problemOf(run(BILLING, viewDocument, { documentId }))).code).toBe("not-found");
    expect((await problemOf(run(BILLING, createFolder, { parentId: at.inner, name: "Mine" }))).code).toBe("not-found");
    expect(await run(BILLING, listOwnRecusals, {})).toMatchObject({ recusals: [{ reason }] });
  });

  it("binds administrators, who find nothing of it among deleted files either, and can't end it", async () => {
    const at = await world();
    await portal.owner.document.update({
      where: { id: at.innerFile },
      data: { deletedAt: new Date(), deletedByName: "x" },
    });
    expect(JSON.stringify(await run(ADMINISTRATOR, listDeletedDocuments, {}))).toContain(at.marker);
    const who = { folderId: at.outer, contactId: contacts().administrator };
    await run(OWNER, recuseFromFolder, { ...who, reason });
    expect(await all(ADMINISTRATOR, at)).not.toContain(at.marker);
    expect(JSON.stringify(await run(ADMINISTRATOR, listDeletedDocuments, {}))).not.toContain(at.marker);
    const restore = run(ADMINISTRATOR, restoreDocument, { documentId: at.innerFile });
    expect((await problemOf(restore)).code).toBe("not-found");
    expect((await problemOf(run(ADMINISTRATOR, liftFolderRecusal, who))).code).toBe("not-found");
    await run(OWNER, liftFolderRecusal, who);
    expect(await all(ADMINISTRATOR, at)).toContain(at.marker);
  });

  it("holds for folders that are created or moved there later, and a move says who loses them", async () => {
    const [at, other] = [await world(), await world()];
    await run(OWNER, recuseFromFolder, { folderId: at.inner, contactId: contacts().billing, reason });
    expect(await all(BILLING, other)).toContain(other.marker);
    const move = { folderId: other.outer, toFolderId: at.inner };
    const { change } = await run(OWNER, previewFolderMove, move);
    expect(change.lose.map(({ id }) => id)).toContain(contacts().billing);
    await run(OWNER, moveFolder, move);
    expect(await all(BILLING, other)).not.toContain(other.marker);
    const name = named("New");
    await run(OWNER, createFolder, { parentId: other.inner, name, access: "own", people: [contacts().billing] });
    expect(JSON.stringify(await run(BILLING, listFolders, { q: name }))).not.toContain(name);
    await run(OWNER, moveFolder, { folderId: other.outer, toFolderId: at.outer });
    expect(await all(BILLING, other)).toContain(other.marker);
  });

  it("is among what says who can open it, and shows from which folder above it comes", async () => {
    const at = await world();
    await run(OWNER, recuseFromFolder, { folderId: at.outer, contactId: contacts().billing, reason });
    const { items } = await run(OWNER, whoCanOpen, { folderId: at.inner });
    expect(items.map(({ id }) => id)).not.toContain(contacts().billing);
    const { recusals, people } = await run(OWNER, viewFolderRecusals, { folderId: at.inner });
    expect(recusals).toMatchObject([{ contactId: contacts().billing, inheritedFrom: `${at.marker} outer` }]);
    expect(people.map(({ id }) => id)).not.toContain(contacts().billing);
  });

  it("is not for oneself, for the folder at the top, or for people of another account", async () => {
    const { outer: folderId } = await world();
    const own = run(OWNER, recuseFromFolder, { folderId, contactId: contacts().owner, reason });
    expect((await problemOf(own)).code).toBe("invalid");
    const accountId = portal.demo.northwind.id;
    const top = await portal.owner.folder.findFirstOrThrow({ where: { accountId, parentId: null } });
    const all = run(OWNER, recuseFromFolder, { folderId: top.id, contactId: contacts().billing, reason });
    expect((await problemOf(all)).code).toBe("conflict");
    const foreign = await portal.owner.contact.findFirstOrThrow({ where: { accountId: portal.demo.globex.id } });
    const stranger = run(OWNER, recuseFromFolder, { folderId, contactId: foreign.id, reason });
    expect((await problemOf(stranger)).code).toBe("invalid");
  });

  it("is proposed to people with an interest, until it is dismissed", async () => {
    const { outer: folderId } = await world();
    const accountId = portal.demo.northwind.id;
    const contactId = contacts().billing;
    const organisation = named("Zephyr");
    const fromDay = new Date("2025-01-01");
    const interest = {
      accountId,
      contactId,
      organisation,
      key: organisation.toLowerCase(),
      nature: "Director",
      fromDay,
    };
    await portal.owner.interest.create({ data: interest });
    await run(OWNER, tagFolder, { folderId, organisations: organisation.toUpperCase() });
    const { conflicts } = await run(OWNER, viewFolderRecusals, { folderId });
    expect(conflicts).toMatchObject([{ contactId, nature: "Director" }]);
    await run(OWNER, dismissFolderConflict, { folderId, contactId, key: conflicts[0]?.key ?? "" });
    expect((await run(OWNER, viewFolderRecusals, { folderId })).conflicts).toEqual([]);
  });
});

describe("fifty at once", () => {
  it("who upload and read while somebody recuses them: nothing of them arrives or is read afterwards", async () => {
    const at = await world();
    const accountId = portal.demo.northwind.id;
    const [billing, owner] = [await portal.as(BILLING), await portal.as(OWNER)];
    const uploads = await Promise.all(
      Array.from({ length: 25 }, (_, turn) =>
        uploadOf(portal.owner, accountId, { email: BILLING, draft: `folder ${at.inner}`, name: `${turn}.txt` }),
      ),
    );
    const input = { folderId: at.outer, contactId: contacts().billing, reason };
    const answers = await Promise.allSettled([
      ...uploads
        .slice(0, 12)
        .map((uploadId) => execute(billing, accountId, addDocument, { folderId: at.inner, uploadId })),
      execute(owner, accountId, recuseFromFolder, input),
      ...uploads
        .slice(12)
        .map((uploadId) => execute(billing, accountId, addDocument, { folderId: at.inner, uploadId })),
      ...uploads.slice(1).map(() => execute(billing, accountId, listDocuments, { folderId: at.inner })),
    ]);
    expect(answers[12]?.status).toBe("fulfilled");
    const added = answers.slice(0, 26).filter(({ status }, turn) => turn !== 12 && status === "fulfilled").length;
    expect(await portal.owner.document.count({ where: { folderId: at.inner } })).toBe(added + 1);
    expect(await all(BILLING, at)).not.toContain(at.marker);
    const late = await uploadOf(portal.owner, accountId, { email: BILLING, draft: `folder ${at.inner}` });
    expect(
      (await problemOf(execute(billing, accountId, addDocument, { folderId: at.inner, uploadId: late }))).code,
    ).toBe("not-found");
  });

  it("who recuse and end it: the folders below agree with what is left", async () => {
    const at = await world();
    const owner = await portal.as(OWNER);
    const who = { folderId: at.outer, contactId: contacts().support };
    await Promise.allSettled(
      Array.from({ length: 50 }, (_, turn) =>
        turn % 2 === 0
          ? execute(owner, portal.demo.northwind.id, recuseFromFolder, { ...who, reason })
          : execute(owner, portal.demo.northwind.id, liftFolderRecusal, who),
      ),
    );
    const left = await portal.owner.folderRecusal.count({ where: who });
    const shut = { contactId: who.contactId, folderId: { in: [at.outer, at.inner] } };
    expect(await portal.owner.folderShut.count({ where: shut })).toBe(left * 2);
  });
});
