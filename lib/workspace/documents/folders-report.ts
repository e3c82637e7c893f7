import type { Prisma } from "@/lib/platform/db/generated/client";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportPart } from "@/lib/platform/operations/report-part";
import { livingFolders } from "@/lib/workspace/core/living-documents";
import { nameOfFolder } from "./folder-record";

const FOLDERS = 20;

/** What the files take of those folders that the viewer may open. */
export const foldersReport: ReportPart = {
  name: "documents",
  title: msg("Documents"),
  permission: "documents.view",
  load: async (context) => {
    const [totals, folders, largest] = await Promise.all([
      context.db.folderUsage.aggregate({ where: seen(context), _sum: { files: true, bytes: true } }),
      context.db.folder.count({ where: livingFolders(context) }),
      largestFolders(context),
    ]);
    return {
      figures: [
        { label: t("Files"), value: totals._sum.files ?? 0 },
        { label: t("Folders"), value: folders },
      ],
      tables: [
        {
          caption: t("The {count} largest folders", { count: FOLDERS }),
          columns: [
            { header: t("Folder"), type: "text" },
            { header: t("Files"), type: "number" },
            { header: t("Size with earlier versions"), type: "bytes" },
          ],
          rows: largest,
        },
      ],
      unseen: t(
        "Folders that you can't open and deleted files are not counted. Under Documents each folder shows its own size.",
      ),
    };
  },
};

/** What the database keeps of those folders that the viewer sees. */
const seen = (context: Context<"account">): Prisma.FolderUsageWhereInput => ({
  accountId: context.account.id,
  folder: { is: livingFolders(context) },
});

async function largestFolders(context: Context<"account">): Promise<[string, number, number][]> {
  const found = await context.db.folderUsage.findMany({
    where: { AND: [seen(context), { files: { gt: 0 } }] },
    select: { files: true, bytes: true, folder: { select: { name: true, parentId: true } } },
    orderBy: [{ bytes: "desc" }, { folderId: "asc" }],
    take: FOLDERS,
  });
  return found.map(({ folder, files, bytes }) => [nameOfFolder(folder), files, Number(bytes)]);
}
