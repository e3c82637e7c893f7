import type { Prisma } from "@/lib/platform/db/generated/client";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { livingDocuments, livingFolders } from "@/lib/workspace/core/living-documents";
import { foldersBelow } from "../folder-lines";
import { nameOfFolder, visibleFolder } from "../folder-record";
import { mayDownload } from "../may-download";

/** What a ZIP file is asked for: a folder with everything in it, or chosen files. */
export interface ZipInput {
  readonly folderId?: string | undefined;
  readonly documentIds?: readonly string[] | undefined;
}

const columns = {
  id: true,
  name: true,
  folderId: true,
  version: true,
  fileId: true,
  updatedAt: true,
  folder: { select: { name: true, parentId: true, governing: { select: { viewOnly: true } } } },
  file: { select: { size: true, contentType: true, scan: true } },
} as const satisfies Prisma.DocumentSelect;

export type ZipDocument = Prisma.DocumentGetPayload<{ select: typeof columns }>;

export interface ZipFolder {
  readonly id: string;
  readonly name: string;
  /** Null for the one that was asked for. */
  readonly parentId: string | null;
}

export interface ZipPlan {
  /** Each after the one it is in. Empty for chosen files. */
  readonly folders: readonly ZipFolder[];
  readonly files: readonly ZipDocument[];
  /** They can be read, but not downloaded. */
  readonly viewOnly: readonly ZipDocument[];
  /** They wait for a virus scan, or were removed by it. */
  readonly held: readonly ZipDocument[];
  /** There are more files than a plan can have. */
  readonly more: boolean;
}

/** Also of files that are left out: they are named in it. */
const MOST_PLANNED = 10_000;

/**
 * What a ZIP file would contain: the files that the viewer may open, in the folders that they see on their way down. A folder
 * below one that they don't see is none of its contents, as on the pages.
 */
export async function planZip(context: Context<"account">, asked: ZipInput): Promise<ZipPlan> {
  if ((asked.folderId === undefined) === (asked.documentIds === undefined)) {
    throw new Problem("invalid", t("Choose a folder or files."));
  }
  const folders = asked.folderId === undefined ? [] : await foldersOf(context, asked.folderId);
  const where =
    asked.folderId === undefined
      ? { id: { in: [...(asked.documentIds ?? [])] } }
      : { folderId: { in: folders.map(({ id }) => id) } };
  const found = await context.db.document.findMany({
    where: livingDocuments(context, where),
    select: columns,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: MOST_PLANNED + 1,
  });
  const isReadable = ({ file }: ZipDocument) => file.scan === "clean" || file.scan === "unscanned";
  const mayHave = ({ folder }: ZipDocument) => mayDownload(context, folder.governing);
  return {
    folders,
    files: found.filter((one) => mayHave(one) && isReadable(one)),
    viewOnly: found.filter((one) => !mayHave(one)),
    held: found.filter((one) => mayHave(one) && !isReadable(one)),
    more: found.length > MOST_PLANNED,
  };
}

async function foldersOf(context: Context<"account">, folderId: string): Promise<ZipFolder[]> {
  const top = await visibleFolder(context, folderId);
  const below = await foldersBelow(context.db, { accountId: context.account.id, folderId });
  const seen = await context.db.folder.findMany({
    where: livingFolders(context, "documents.view", { id: { in: below.map(({ id }) => id) } }),
    select: { id: true, name: true, parentId: true },
  });
  const known = new Map(seen.map((folder) => [folder.id, folder]));
  const reached = new Set([folderId]);
  // They are sorted by their level.
  return below.flatMap(({ id }) => {
    if (id === folderId) return [{ id, name: nameOfFolder(top), parentId: null }];
    const folder = known.get(id);
    if (folder?.parentId == null || !reached.has(folder.parentId)) return [];
    reached.add(id);
    return [folder];
  });
}
