import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

type Database = Pick<OwnerDatabase, "folder" | "folderUsage" | "document">;

interface Usage {
  readonly files: number;
  readonly bytes: number;
}

const NONE: Usage = { files: 0, bytes: 0 };

/** The folders of which the database keeps another number of files or another size than adding up the files themselves gives. */
export async function miscounted(db: Database, accountId: string): Promise<string[]> {
  const [folders, kept, documents] = await Promise.all([
    db.folder.findMany({ where: { accountId }, select: { id: true } }),
    db.folderUsage.findMany({ where: { accountId } }),
    db.document.findMany({
      where: { accountId, deletedAt: null },
      select: { folderId: true, versions: { select: { fileId: true, file: { select: { size: true } } } } },
    }),
  ]);
  const added = new Map<string, Usage>();
  for (const { folderId, versions } of documents) {
    const sizes = new Map(versions.map(({ fileId, file }) => [fileId, file.size]));
    const { files, bytes } = added.get(folderId) ?? NONE;
    added.set(folderId, { files: files + 1, bytes: bytes + [...sizes.values()].reduce((sum, size) => sum + size, 0) });
  }
  return folders.flatMap(({ id }) => {
    const found = kept.find(({ folderId }) => folderId === id);
    const [is, of] = [found ? { files: found.files, bytes: Number(found.bytes) } : NONE, added.get(id) ?? NONE];
    return is.files === of.files && is.bytes === of.bytes
      ? []
      : [`${id}: ${JSON.stringify(is)} kept, ${JSON.stringify(of)} added up`];
  });
}
