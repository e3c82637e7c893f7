import { createHash, randomUUID } from "node:crypto";
import { contentTypeOf } from "@/lib/platform/files/content-type";
import { fileStorage, newStorageKey } from "@/lib/platform/files/file-storage";
import { governBy } from "@/lib/workspace/documents/govern-by";
import type { OwnerDatabase } from "./owner-database";

export interface FolderPlan {
  readonly name: string;
  /** The folder at the top without it. */
  readonly parentId?: string;
  /** Its own list; without one it inherits. */
  readonly people?: readonly string[];
  readonly viewOnly?: boolean;
  readonly position?: number;
  readonly createdByName?: string;
  readonly createdAt?: Date;
}

/** The database makes it with the account, unless its triggers are off, as they are for bulk data. */
export async function topFolder(db: OwnerDatabase, accountId: string): Promise<string> {
  const found = await db.folder.findFirst({ where: { accountId, parentId: null }, select: { id: true } });
  if (found !== null) return found.id;
  const id = randomUUID();
  await db.folder.create({ data: { id, accountId, name: "", governingId: id, createdByName: "" } });
  return id;
}

/** A folder, with its own list if it is to have one. Returns its id. */
export async function buildFolder(db: OwnerDatabase, accountId: string, plan: FolderPlan): Promise<string> {
  const { people, viewOnly = false, name, position = 256, createdByName = "Ingrid Solheim" } = plan;
  const parentId = plan.parentId ?? (await topFolder(db, accountId));
  const { governingId } = await db.folder.findUniqueOrThrow({ where: { id: parentId }, select: { governingId: true } });
  const at = plan.createdAt && { createdAt: plan.createdAt };
  const { id } = await db.folder.create({
    data: { accountId, parentId, name, position, governingId, createdByName, ...at },
    select: { id: true },
  });
  if (people === undefined) return id;
  await governBy(db, { accountId, folderId: id, governingId: id });
  await db.folder.update({ where: { id }, data: { viewOnly } });
  const addedByName = createdByName;
  await db.folderAccess.createMany({
    data: people.map((contactId) => ({ accountId, folderId: id, contactId, addedByName })),
  });
  return id;
}

export interface DocumentPlan {
  readonly folderId: string;
  readonly name: string;
  readonly contents?: Uint8Array<ArrayBuffer>;
  readonly position?: number;
  readonly uploadedByName?: string;
  readonly at?: Date;
  /** Its key in the storage; a random one if it isn't given. */
  readonly key?: string;
  /** Drawn by the worker. */
  readonly preview?: boolean;
  /** Its text is read by the worker. */
  readonly text?: boolean;
}

/** A file of the documents, with its contents in the storage. Returns its id. */
export async function buildDocument(db: OwnerDatabase, accountId: string, plan: DocumentPlan): Promise<string> {
  const { folderId, name, position = 256, uploadedByName = "Ingrid Solheim", at = new Date() } = plan;
  const contents = plan.contents ?? new TextEncoder().encode(`The contents of ${name}.`);
  const key = plan.key ?? newStorageKey();
  await (await fileStorage()).put(key, contents);
  const size = contents.length;
  const file = {
    ...{ id: randomUUID(), accountId, name, size, received: size, storageKey: key, draft: "sample" },
    ...({ state: "attached", contentType: await contentTypeOf(contents), createdAt: at } as const),
    sha256: createHash("sha256").update(contents).digest("hex"),
  };
  await db.storedFile.create({ data: file });
  await db.fileObject.create({ data: { key, accountId, fileId: file.id, size } });
  await db.fileUsage.upsert({
    where: { accountId },
    create: { accountId, bytes: BigInt(size) },
    update: { bytes: { increment: BigInt(size) } },
  });
  if (plan.preview) await db.filePreview.create({ data: { accountId, fileId: file.id } });
  if (plan.text) await db.fileText.create({ data: { accountId, fileId: file.id } });
  const written = { accountId, fileId: file.id, uploadedByName, createdAt: at };
  const { id } = await db.document.create({
    data: { ...written, folderId, name, position, updatedAt: at },
    select: { id: true },
  });
  await db.documentVersion.create({ data: { ...written, documentId: id, number: 1 } });
  return id;
}
