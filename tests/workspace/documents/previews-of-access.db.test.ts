import { afterAll, beforeAll, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { moveFiles } from "@/lib/workspace/documents/move-files";
import { moveFolder } from "@/lib/workspace/documents/move-folder";
import { previewAccess } from "@/lib/workspace/documents/preview-access";
import { previewFilesMove } from "@/lib/workspace/documents/preview-files-move";
import { previewFolderMove } from "@/lib/workspace/documents/preview-folder-move";
import { previewLinks } from "@/lib/workspace/documents/preview-links";
import type { AccessChange } from "@/lib/workspace/documents/schema";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { isFound } from "@/tests/fixtures/is-found";
import { type MeetingsPortal, meetingsPortal } from "@/tests/workspace/meetings/arrange";

const CHANGES = 200;
const ADMINISTRATOR = "administrator@northwind.example";

interface Place {
  readonly id: string;
  parent: string;
  list: string[] | null;
}

let at: MeetingsPortal;
let top: string;
let meetingId: string;
/** Everybody that the test speaks of, with whether they see each folder by their role. */
const people = new Map<string, boolean>();
/** Their logins, for those who can open the portal. */
const logins = new Map<string, string>();
const places = new Map<string, Place>();
const fileIn = new Map<string, string>();
const attached = new Set<string>();
const recused: { folderId: string; contactId: string }[] = [];

/** The same numbers in every run. */
let state = 20_261;
const below = (most: number): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state % most;
};
const oneOf = <T>(of: readonly T[]): T => of[below(of.length)] as T;
const some = <T>(of: readonly T[]): T[] => of.filter(() => below(3) === 0);

beforeAll(async () => {
  at = await meetingsPortal();
  const { owner: db } = at.portal;
  const { owner, administrator, billing, support } = at.contacts;
  for (const [id, all] of [
    [owner, true],
    [administrator, true],
    [billing, false],
    [support, false],
  ] as const)
    people.set(id, all);
  for (const one of ["owner", "administrator", "billing", "support"] as const)
    logins.set(at.contacts[one], `${one}@northwind.example`);
  for (let n = 1; n <= 4; n++) {
    const email = `reader-${n}@northwind.example`;
    const role = n === 4 ? "billing" : "support";
    people.set(await buildContact(db, at.account, { email, name: `Reader ${n}`, roles: [role] }), false);
  }
  top = (await db.folder.findFirstOrThrow({ where: { accountId: at.account, parentId: null } })).id;
  meetingId = (await at.meeting({ chair: billing, people: [billing] })).meetingId;
  for (let n = 0; n < 9; n++) {
    const parent = n < 3 ? top : oneOf([...places.keys()]);
    const list = n % 2 === 0 ? some([...people.keys()]) : null;
    const plan = { name: `Place ${n}`, ...(parent !== top && { parentId: parent }), ...(list && { people: list }) };
    const id = await buildFolder(db, at.account, plan);
    places.set(id, { id, parent, list });
    for (let file = 0; file < 2; file++) {
      const documentId = await buildDocument(db, at.account, { folderId: id, name: `File ${n} ${file}.txt` });
      fileIn.set(documentId, id);
      if (file === 1) continue;
      attached.add(documentId);
      await db.documentAttachment.create({
        data: { accountId: at.account, documentId, version: 1, meetingId, addedByName: "Test" },
      });
    }
  }
  // Somebody who would otherwise see everything, and somebody who is on lists.
  const [first, second] = [...places.keys()];
  recused.push({ folderId: first ?? "", contactId: administrator }, { folderId: second ?? "", contactId: support });
  await db.folderRecusal.createMany({
    data: recused.map((one) => ({ ...one, accountId: at.account, reason: "Shares", decidedByName: "Test" })),
  });
});
afterAll(() => at.portal.close());

const chain = (id: string): string[] => (id === top ? [top] : [id, ...chain(places.get(id)?.parent ?? top)]);

/** Worked out plainly: the nearest list upwards, and no recusal on the way. */
function readers(id: string): string[] {
  const way = chain(id);
  const list = way.map((one) => places.get(one)?.list).find((one) => one != null) ?? [];
  const out = recused.filter(({ folderId }) => way.includes(folderId)).map(({ contactId }) => contactId);
  return [...people].filter(([who, all]) => !out.includes(who) && (all || list.includes(who))).map(([who]) => who);
}

/** What the preview says of the people of this test. */
const told = ({ lose, gain }: AccessChange) => ({
  lose: lose
    .map(({ id }) => id)
    .filter((id) => people.has(id))
    .sort(),
  gain: gain
    .map(({ id }) => id)
    .filter((id) => people.has(id))
    .sort(),
});
const between = (before: readonly string[], after: readonly string[]) => ({
  lose: before.filter((id) => !after.includes(id)).sort(),
  gain: after.filter((id) => !before.includes(id)).sort(),
});

const filesBelow = (id: string): string[] =>
  [...fileIn].filter(([, folder]) => chain(folder).includes(id)).map(([file]) => file);

async function changeOneList(id: string): Promise<void> {
  const place = places.get(id) as Place;
  const before = readers(id);
  const list = below(4) === 0 ? null : some([...people.keys()]);
  const asked = { folderId: id, access: list ? ("own" as const) : ("inherit" as const), people: list ?? [] };
  const { change, audience } = await at.asOwner(previewAccess, asked);
  place.list = list;
  const after = readers(id);
  expect(told(change)).toEqual(between(before, after));
  expect(change.files).toBe(filesBelow(id).length);
  expect(
    audience.readers
      .map((one) => one.id)
      .filter((one) => people.has(one))
      .sort(),
  ).toEqual([...after].sort());
  const { lost, gained } = await at.asOwner(changeAccess, { ...asked, token: change.token });
  expect([lost, gained]).toEqual([change.loseCount, change.gainCount]);
}

async function moveOneFolder(id: string): Promise<void> {
  const place = places.get(id) as Place;
  const to = oneOf([top, ...places.keys()].filter((one) => !chain(one).includes(id)));
  const before = readers(id);
  const { change, keepsList } = await at.asOwner(previewFolderMove, { folderId: id, toFolderId: to });
  place.parent = to;
  expect(told(change)).toEqual(between(before, readers(id)));
  expect(keepsList).toBe(place.list !== null);
  await at.asOwner(moveFolder, { folderId: id, toFolderId: to, token: change.token });
}

async function moveSomeFiles(): Promise<void> {
  const documentIds = [...fileIn.keys()].filter(() => below(5) === 0).slice(0, 4);
  if (documentIds.length === 0) return;
  const to = oneOf([...places.keys()]);
  const changes = documentIds.map((file) => between(readers(fileIn.get(file) ?? ""), readers(to)));
  const all = (of: "lose" | "gain") => [...new Set(changes.flatMap((one) => one[of]))].sort();
  const { change } = await at.asOwner(previewFilesMove, { documentIds, toFolderId: to });
  expect(told(change)).toEqual({ lose: all("lose"), gain: all("gain") });
  expect(change.files).toBe(documentIds.length);
  await at.asOwner(moveFiles, { documentIds, toFolderId: to, token: change.token });
  for (const file of documentIds) fileIn.set(file, to);
}

/** Those who can sign in open exactly the folders that the recomputation says. */
async function opensAsSaid(): Promise<void> {
  for (const [contact, email] of logins) {
    const caller = await at.portal.as(email);
    for (const id of places.keys())
      expect([email, id, await isFound(execute(caller, at.account, viewFolder, { folderId: id }))]).toEqual([
        ...[email, id],
        readers(id).includes(contact),
      ]);
  }
}

it("what is previewed of two hundred random changes is what comes of them", async () => {
  await opensAsSaid();
  for (let n = 1; n <= CHANGES; n++) {
    const id = oneOf([...places.keys()]);
    if (n % 4 === 0) await moveOneFolder(id);
    else if (n % 4 === 1) await moveSomeFiles();
    else await changeOneList(id);
    const links = await at.asOwner(previewLinks, { folderId: id, documentIds: [] });
    const expected = filesBelow(id).filter((file) => attached.has(file));
    expect(links.total).toBe(expected.length);
    expect(links.places.map((one) => one.id)).toEqual(expected.length > 0 ? [meetingId] : []);
    if (n % 40 === 0) await opensAsSaid();
  }
});

it("before a folder is deleted, the list of where its files are attached names what its reader may see and counts the rest", async () => {
  const { owner: db } = at.portal;
  const folderId = await buildFolder(db, at.account, { name: "To be deleted" });
  const inside = await buildFolder(db, at.account, { name: "Inside", parentId: folderId });
  const documentId = await buildDocument(db, at.account, { folderId: inside, name: "Offer.txt" });
  const hidden = await at.meeting({
    chair: at.contacts.billing,
    people: [at.contacts.billing],
    items: [{ title: "Closed", confidential: true }],
  });
  const item = await db.meetingItem.findFirstOrThrow({ where: { meetingId: hidden.meetingId } });
  const row = { accountId: at.account, documentId, version: 1, addedByName: "Test" };
  await db.documentAttachment.createMany({
    data: [
      { ...row, meetingId },
      { ...row, meetingId: hidden.meetingId, itemId: item.id },
    ],
  });
  const asAdministrator = at.run(ADMINISTRATOR);
  expect(await asAdministrator(previewLinks, { folderId, documentIds: [] })).toMatchObject({
    places: [{ kind: "meeting", id: meetingId }],
    total: 2,
  });
  // A deleted file is no longer in the way of anything.
  await db.document.update({ where: { id: documentId }, data: { deletedAt: new Date(), deletedByName: "Test" } });
  expect(await asAdministrator(previewLinks, { folderId, documentIds: [] })).toEqual({ places: [], total: 0 });
});
