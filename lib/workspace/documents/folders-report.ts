import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportPart } from "@/lib/platform/operations/report-part";
import { livingDocuments, livingFolders } from "@/lib/workspace/core/living-documents";

const FOLDERS = 20;

/** What the files take of those folders that the viewer may open. */
export const foldersReport: ReportPart = {
  name: "documents",
  title: msg("Documents"),
  permission: "documents.view",
  load: async (context) => {
    const { db } = context;
    const [files, folders, largest] = await Promise.all([
      db.document.count({ where: livingDocuments(context) }),
      db.folder.count({ where: livingFolders(context) }),
      fullestFolders(context),
    ]);
    return {
      figures: [
        { label: t("Files"), value: files },
        { label: t("Folders"), value: folders },
      ],
      tables: [
        {
          caption: t("By folder, the 20 with most files"),
          columns: [
            { header: t("Folder"), type: "text" },
            { header: t("Files"), type: "number" },
            { header: t("Size with earlier versions"), type: "bytes" },
          ],
          rows: largest,
        },
      ],
      unseen: t("Folders that you can't open and deleted files are not counted."),
    };
  },
};

async function fullestFolders(context: Context<"account">): Promise<[string, number, number][]> {
  const { db, account } = context;
  const fullest = await db.document.groupBy({
    by: ["folderId"],
    where: livingDocuments(context),
    _count: true,
    orderBy: [{ _count: { folderId: "desc" } }, { folderId: "asc" }],
    take: FOLDERS,
  });
  const ids = fullest.map(({ folderId }) => folderId);
  if (ids.length === 0) return [];
  const [folders, sizes] = await Promise.all([
    db.folder.findMany({ where: { accountId: account.id, id: { in: ids } }, select: { id: true, name: true } }),
    queryRows<{ folderId: string; bytes: bigint | number | string }>(
      db,
      sql`select d."folderId", sum(f."size")::bigint as bytes from "Document" d
        join "DocumentVersion" v on v."accountId" = d."accountId" and v."documentId" = d."id"
        join "StoredFile" f on f."accountId" = v."accountId" and f."id" = v."fileId"
        where d."accountId" = ${account.id}::uuid and d."folderId" = any(${ids}::uuid[]) and d."deletedAt" is null
        group by d."folderId"`,
    ),
  ]);
  return fullest.map(({ folderId, _count }) => [
    folders.find(({ id }) => id === folderId)?.name ?? "–",
    _count,
    Number(sizes.find((one) => one.folderId === folderId)?.bytes ?? 0),
  ]);
}
