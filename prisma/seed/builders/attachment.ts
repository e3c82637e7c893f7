import { createHash } from "node:crypto";
import { contentTypeOf } from "@/lib/platform/files/content-type";
import { fileStorage, newStorageKey } from "@/lib/platform/files/file-storage";
import type { OwnerDatabase } from "./owner-database";

export interface AttachmentPlan {
  readonly messageId: string;
  readonly name: string;
  readonly contents: Uint8Array<ArrayBuffer>;
  readonly uploaderId?: string;
  /** Keys in the storage; random ones if they aren't given. */
  readonly key?: string;
  readonly thumbnail?: { readonly key: string; readonly contents: Uint8Array<ArrayBuffer> };
}

/** A file of a message, with its contents in the storage. Returns the attachment's id. */
export async function buildAttachment(db: OwnerDatabase, accountId: string, plan: AttachmentPlan): Promise<string> {
  const { messageId, name, contents, uploaderId = null, key = newStorageKey(), thumbnail } = plan;
  const disk = await fileStorage();
  await disk.put(key, contents);
  if (thumbnail) await disk.put(thumbnail.key, thumbnail.contents);
  const { internal } = await db.ticketMessage.findUniqueOrThrow({
    where: { id: messageId },
    select: { internal: true },
  });
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
  const position = await db.ticketAttachment.count({ where: { accountId, messageId } });
  const { id } = await db.ticketAttachment.create({ data: { accountId, messageId, fileId, internal, position } });
  return id;
}
