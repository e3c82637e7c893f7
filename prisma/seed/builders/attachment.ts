import { createHash } from "node:crypto";
import { contentTypeOf } from "@/lib/platform/files/content-type";
import { fileStorage, newStorageKey } from "@/lib/platform/files/file-storage";
import type { OwnerDatabase } from "./owner-database";

interface FilePlan {
  readonly name: string;
  readonly contents: Uint8Array<ArrayBuffer>;
  readonly uploaderId?: string;
  /** Keys in the storage; random ones if they aren't given. */
  readonly key?: string;
  readonly thumbnail?: { readonly key: string; readonly contents: Uint8Array<ArrayBuffer> };
}

export interface AttachmentPlan extends FilePlan {
  readonly messageId: string;
}

/** A file of a ticket message, with its contents in the storage. Returns the attachment's id. */
export async function buildAttachment(db: OwnerDatabase, accountId: string, plan: AttachmentPlan): Promise<string> {
  const { messageId } = plan;
  const { internal } = await db.ticketMessage.findUniqueOrThrow({
    where: { id: messageId },
    select: { internal: true },
  });
  const fileId = await buildStoredFile(db, accountId, { ...plan, internal });
  const position = await db.ticketAttachment.count({ where: { accountId, messageId } });
  const { id } = await db.ticketAttachment.create({ data: { accountId, messageId, fileId, internal, position } });
  return id;
}

/** The same of a post. */
export async function buildPostFile(
  db: OwnerDatabase,
  accountId: string,
  { replyId, ...plan }: FilePlan & { readonly replyId: string },
): Promise<string> {
  const fileId = await buildStoredFile(db, accountId, { ...plan, internal: false });
  const position = await db.discussionAttachment.count({ where: { accountId, replyId } });
  const { id } = await db.discussionAttachment.create({ data: { accountId, replyId, fileId, position } });
  return id;
}

async function buildStoredFile(
  db: OwnerDatabase,
  accountId: string,
  plan: FilePlan & { readonly internal: boolean },
): Promise<string> {
  const { name, contents, uploaderId = null, key = newStorageKey(), thumbnail, internal } = plan;
  const disk = await fileStorage();
  await disk.put(key, contents);
  if (thumbnail) await disk.put(thumbnail.key, thumbnail.contents);
  const size = contents.length;
  const { id: fileId } = await db.storedFile.create({
    data: {
      ...{ accountId, uploaderId, internal, name, size, received: size, storageKey: key },
      draft: "sample",
      state: "attached",
      contentType: await contentTypeOf(contents),
      sha256: createHash("sha256").update(contents).digest("hex"),
      ...(thumbnail && { thumbnail: "ready", thumbnailKey: thumbnail.key }),
    },
  });
  await db.fileObject.createMany({
    data: [
      { key, accountId, fileId, size },
      ...(thumbnail ? [{ key: thumbnail.key, accountId, fileId, size: thumbnail.contents.length }] : []),
    ],
  });
  await db.fileUsage.upsert({
    where: { accountId },
    create: { accountId, bytes: BigInt(size) },
    update: { bytes: { increment: BigInt(size) } },
  });
  return fileId;
}
