import { contentKind } from "@/lib/platform/files/content-kind";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import type { DocumentRow } from "./document-record";
import { nameOfFolder } from "./folder-record";
import { mayDownload } from "./may-download";
import type { FileItem } from "./schema";

export type ShownDocument = Pick<DocumentRow, "id" | "name" | "version" | "uploadedByName" | "updatedAt"> & {
  readonly folder: Pick<DocumentRow["folder"], "id" | "name" | "parentId" | "governing">;
  readonly file: Pick<DocumentRow["file"], "size" | "contentType">;
};

export const presentDocument = (context: Pick<Context, "viewer">, row: ShownDocument): FileItem => ({
  id: row.id,
  name: row.name,
  folder: { id: row.folder.id, name: nameOfFolder(row.folder) },
  kind: contentKind(row.file.contentType),
  size: row.file.size,
  version: row.version,
  uploadedByName: row.uploadedByName,
  updatedAt: iso(row.updatedAt),
  mayDownload: mayDownload(context, row.folder.governing),
});
