import type { LiveKind } from "@/lib/platform/operations/live-kind";

/** Open pages are told of changes to the folders that their reader sees. */
export const liveFolders: LiveKind = {
  kind: "folder",
  permission: "documents.view",
  rows: (db, ids, select) =>
    db.folder.findMany({ where: { id: { in: ids }, deletedAt: null }, select: { ...select, id: true } }),
};

/** And of changes to the files in them, which are decided by their folder. */
export const liveDocuments: LiveKind = {
  kind: "document",
  permission: "documents.view",
  rows: async (db, ids, select) => {
    const found = await db.document.findMany({
      where: { id: { in: ids }, deletedAt: null },
      select: { id: true, folder: { select: { ...select, id: true, deletedAt: true } } },
    });
    return found.flatMap(({ id, folder }) => (folder.deletedAt === null ? [{ ...folder, id }] : []));
  },
};
