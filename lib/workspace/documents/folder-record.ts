import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { toPrismaWhere } from "@/lib/policy/filter";
import { rowsNotRecused } from "@/lib/policy/recused-records";
import { livingFolders } from "@/lib/workspace/core/living-documents";
import { ofViewer } from "@/lib/workspace/core/of-viewer";

/** Of the list that applies, and of those recused, only the viewer. */
export const folderColumns = ({ viewer }: Pick<Context, "viewer">) =>
  ({
    recusals: { where: ofViewer(viewer), select: { contactId: true } },
    id: true,
    name: true,
    parentId: true,
    position: true,
    governingId: true,
    viewOnly: true,
    createdAt: true,
    governing: {
      select: {
        id: true,
        name: true,
        parentId: true,
        viewOnly: true,
        access: { where: ofViewer(viewer), select: { contactId: true } },
      },
    },
  }) satisfies Prisma.FolderSelect;

export type FolderRow = Prisma.FolderGetPayload<{ select: ReturnType<typeof folderColumns> }>;

/** Folders from which the viewer is not recused, for files of which another permission decides. */
export const notRecused = ({ viewer }: Pick<Context, "viewer">): Prisma.FolderWhereInput =>
  toPrismaWhere(rowsNotRecused(viewer, "folder"));

/** A folder that the viewer may see, not a deleted one. Throws `not-found` for all others. */
export async function visibleFolder(context: Context<"account">, folderId: string): Promise<FolderRow> {
  const folder = await context.db.folder.findFirst({
    where: livingFolders(context, "documents.view", { id: folderId }),
    select: folderColumns(context),
  });
  if (folder === null) throw noFolder();
  return folder;
}

/** Throws as `visibleFolder` does, for a list that is read alongside: it needs no columns, and so no relations. */
export async function requireFolder(context: Context<"account">, folderId: string): Promise<void> {
  const where = livingFolders(context, "documents.view", { id: folderId });
  if ((await context.db.folder.findFirst({ where, select: { id: true } })) === null) throw noFolder();
}

export const noFolder = (): Problem => notFound(t("Folder not found."));

/** The folder at the top stays where it is. */
export function refuseTop(folder: { readonly parentId: string | null }): void {
  if (folder.parentId === null) throw new Problem("conflict", t("The folder at the top can't be changed."));
}

/** The folder at the top has no name of its own. */
export const nameOfFolder = (folder: { readonly name: string; readonly parentId: string | null }): string =>
  folder.parentId === null ? t("Documents") : folder.name;
