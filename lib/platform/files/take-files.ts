import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { ownFiles, requireAll, type Uploading } from "./own-files";

interface Taker extends Uploading {
  readonly db: ScopedDb;
  readonly realNow: Date;
}

interface Taken {
  readonly id: string;
  readonly name: string;
}

/**
 * Takes uploaded files for the message that they were uploaded for, in order. Each belongs to its uploader until then, and is
 * taken once: the database decides between two messages that want the same file. What has taken them keeps them in a table
 * of its own.
 *
 * @throws Problem `invalid` if one isn't there, isn't complete, or isn't the author's
 */
export async function takeFiles(by: Taker, draft: string, ids: readonly string[] = []): Promise<Taken[]> {
  if (ids.length === 0) return [];
  const fileIds = [...new Set(ids)];
  const { count } = await by.db.storedFile.updateMany({
    where: { ...ownFiles(by, draft), id: { in: fileIds } },
    data: { state: "attached", touchedAt: by.realNow },
  });
  requireAll(count, fileIds);
  const found = await by.db.storedFile.findMany({
    where: { accountId: by.account.id, id: { in: fileIds } },
    select: { id: true, name: true },
  });
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return fileIds.map((id) => ({ id, name: names.get(id) ?? "" }));
}
