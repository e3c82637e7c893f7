import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { livingDocuments } from "@/lib/workspace/core/living-documents";
import { type ChangedPeople, changeBetween, together } from "./access-change";
import { type DocumentRow, documentColumns, noFile } from "./document-record";
import { type FolderRow, visibleFolder } from "./folder-record";
import { readershipOf } from "./list-people";

/** Many files are moved in one go, but no more than a page can name. */
export const movedFiles = z.array(id).min(1).max(100);

interface Moving {
  readonly documents: readonly DocumentRow[];
  readonly target: FolderRow;
  readonly people: ChangedPeople;
}

/** Files and where they are to go, and whom that would concern. Throws `not-found` and `refused`. */
export async function movingFiles(
  context: Context<"account">,
  documentIds: readonly string[],
  toFolderId: string,
): Promise<Moving> {
  const wanted = [...new Set(documentIds)];
  const documents = await context.db.document.findMany({
    where: livingDocuments(context, { id: { in: wanted } }),
    select: documentColumns,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  if (documents.length < wanted.length) throw noFile();
  for (const document of documents) await authorize(context, "documents.files.move", document);
  const target = await visibleFolder(context, toFolderId);
  await authorize(context, "documents.files.upload", target);
  const folders = new Map(documents.map(({ folder }) => [folder.id, folder]));
  const then = await readershipOf(context, target.id);
  const changes: ChangedPeople[] = [];
  for (const folder of folders.values())
    changes.push(await changeBetween(context, await readershipOf(context, folder.id), then));
  return { documents, target, people: together(changes) };
}
