import { randomUUID } from "node:crypto";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** A name that no other test uses. */
export const named = (what: string): string => `${what} ${randomUUID().slice(0, 8)}`;

/** The contact with this address on an account. */
export const contactOf = async (db: OwnerDatabase, accountId: string, email: string): Promise<string> =>
  (await db.contact.findFirstOrThrow({ where: { accountId, email }, select: { id: true } })).id;

/** A folder with its own list, and a file in it. */
export async function folderFor(db: OwnerDatabase, accountId: string, people: readonly string[]) {
  const folderId = await buildFolder(db, accountId, { name: named("Board"), people });
  const documentId = await buildDocument(db, accountId, { folderId, name: `${named("Minutes")}.txt` });
  return { folderId, documentId };
}

/** An upload that is complete, as the person's own. Returns its id. */
export async function uploadOf(
  db: OwnerDatabase,
  accountId: string,
  { email, draft, name = "Upload.txt" }: { email: string; draft: string; name?: string },
): Promise<string> {
  const { id: uploaderId } = await db.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const key = `samples/${randomUUID()}`;
  const { id } = await db.storedFile.create({
    data: {
      ...{ accountId, uploaderId, draft, name, size: 4, received: 4, storageKey: key },
      ...({ state: "stored", contentType: "application/octet-stream", sha256: "0" } as const),
    },
    select: { id: true },
  });
  await db.fileObject.create({ data: { key, accountId, fileId: id, size: 4 } });
  return id;
}
