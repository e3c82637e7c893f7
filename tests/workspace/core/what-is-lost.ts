import { randomUUID } from "node:crypto";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { workspaceAreas } from "@/lib/policy/areas";
import { KEPT_DAYS } from "@/lib/workspace/documents/kept-days";
import { purgeDocumentsJob } from "@/lib/workspace/documents/purge-deleted";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { type Marked, markers, type PlantedIds } from "@/tests/fixtures/workspace-markers";
import { paperWords, type plantPapersToLose } from "./papers-to-lose";

/** Somebody who reads everything that is planted but the confidential item. */
export interface Reader {
  readonly db: OwnerDatabase;
  readonly accountId: string;
  readonly contactId: string;
  readonly ids: PlantedIds;
  readonly papers: Awaited<ReturnType<typeof plantPapersToLose>>;
}

type Change = (reader: Reader) => Promise<unknown>;

export interface Loss {
  /** No word of it may reach its reader any more ... */
  readonly lost: readonly string[];
  /** ... but in mail, which needs no second factor. */
  readonly staysInMail?: true;
  readonly take: Change;
  /** Missing if it is lost for good. */
  readonly giveBack?: Change;
}

const words = (...of: readonly Marked[]): string[] => of.map((one) => markers[one].word);
/** The file in the folder, which is named as the folder is. */
export const FILE = `${markers.folder.word}.txt`;
const contents = [`The bytes of ${markers.folder.word}`, "The picture of a page", "What is written in"];
const read = (Object.keys(markers) as Marked[]).filter((one) => one !== "item");
export const everything = [...words(...read), ...Object.values(paperWords)];

const past = () => new Date(Date.now() - 1_000);
const account =
  (data: object): Change =>
  ({ db, accountId }) =>
    db.account.update({ where: { id: accountId }, data });
const contact =
  (data: object): Change =>
  ({ db, contactId }) =>
    db.contact.update({ where: { id: contactId }, data });
const roleEnds =
  (endsAt: () => Date | null): Change =>
  ({ db, accountId, contactId }) =>
    db.contactRole.updateMany({ where: { accountId, contactId }, data: { endsAt: endsAt() } });
const file =
  (data: object): Change =>
  ({ db, ids }) =>
    db.document.update({ where: { id: ids.documentId }, data });

/** What may happen to a reader, or to what they read. */
export const losses: Readonly<Record<string, Loss>> = {
  "they are suspended": {
    lost: everything,
    take: contact({ status: "suspended" }),
    giveBack: contact({ status: "active" }),
  },
  "their access ended": {
    lost: everything,
    take: contact({ endsAt: new Date(0) }),
    giveBack: contact({ endsAt: null }),
  },
  "their only role ended": { lost: everything, take: roleEnds(past), giveBack: roleEnds(() => null) },
  "the account was closed": {
    lost: everything,
    take: account({ status: "closed", closedAt: new Date(0) }),
    giveBack: account({ status: "active", closedAt: null }),
  },
  "two-factor sign-in is required, which they don't use": {
    lost: everything,
    staysInMail: true,
    take: account({ twoFactorFrom: new Date(0) }),
    giveBack: account({ twoFactorFrom: null }),
  },
  "the areas are turned off": {
    lost: everything,
    take: account({ areasOff: [...workspaceAreas] }),
    giveBack: account({ areasOff: [] }),
  },
  "they are recused from the folder and both decisions": {
    lost: [...words("folder", "decision", "decisionNote"), paperWords.result],
    take: recuse,
    giveBack: async ({ db, accountId, contactId }) => {
      await db.folderRecusal.deleteMany({ where: { accountId, contactId } });
      await db.decisionRecusal.deleteMany({ where: { accountId, contactId } });
    },
  },
  "they are recused from an item whose minutes were signed": {
    lost: [paperWords.item],
    take: ({ db, accountId, contactId, papers: { meetingId, itemId } }) =>
      db.meetingItemRecusal.create({
        data: { accountId, meetingId, itemId, contactId, name: "Priya Raman", reason: "x", decidedByName: "Test" },
      }),
    giveBack: ({ db, accountId, contactId }) => db.meetingItemRecusal.deleteMany({ where: { accountId, contactId } }),
  },
  "the file has a new version without what was written": {
    lost: contents.slice(1),
    take: replaceFile,
    giveBack: async ({ db, ids: { documentId } }) => {
      const first = await db.documentVersion.findFirstOrThrow({ where: { documentId, number: 1 } });
      await db.document.update({ where: { id: documentId }, data: { version: 1, fileId: first.fileId } });
      await db.documentVersion.deleteMany({ where: { documentId, number: 2 } });
    },
  },
  "the file was moved where they don't look": {
    lost: [FILE, ...contents],
    take: async (reader) => file({ folderId: await hiddenFolder(reader) })(reader),
    giveBack: (reader) => file({ folderId: reader.ids.folderId })(reader),
  },
  "the file was deleted, and its time is over": {
    lost: [FILE, ...contents],
    take: async (reader) => {
      await file({ deletedAt: addDays(new Date(), -KEPT_DAYS - 1) })(reader);
      await runBatch(purgeDocumentsJob, new Date());
    },
  },
  "they were taken off everything": {
    lost: words("group", "meeting", "folder", "action", "actionNote").concat(paperWords.minutes, paperWords.item),
    take: takeOffAll,
  },
};

async function recuse({ db, accountId, contactId, ids, papers }: Reader) {
  const recused = { accountId, contactId, reason: "x", decidedByName: "Test" };
  await db.folderRecusal.create({ data: { ...recused, folderId: ids.folderId } });
  for (const { decisionId } of [ids, papers])
    await db.decisionRecusal.create({ data: { ...recused, decisionId, decidedAt: new Date() } });
}

const hiddenFolder = ({ db, accountId }: Reader) => buildFolder(db, accountId, { name: randomUUID(), people: [] });

async function replaceFile(reader: Reader) {
  const { db, accountId, ids } = reader;
  const folderId = await hiddenFolder(reader);
  const id = await buildDocument(db, accountId, { folderId, name: "blank.txt" });
  const { fileId } = await db.document.findUniqueOrThrow({ where: { id }, select: { fileId: true } });
  const written = { accountId, documentId: ids.documentId, fileId, number: 2 };
  await db.documentVersion.create({ data: { ...written, uploadedByName: "Test", createdAt: new Date() } });
  await file({ version: 2, fileId })(reader);
}

async function takeOffAll({ db, contactId, ids: { groupId, folderId, actionId } }: Reader) {
  await db.discussionMember.deleteMany({ where: { groupId, contactId } });
  await db.meetingInvitation.deleteMany({ where: { contactId } });
  await db.folderAccess.deleteMany({ where: { folderId, contactId } });
  await db.actionAssignment.deleteMany({ where: { actionId, contactId } });
}
