import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound, type Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { livingDocuments } from "@/lib/workspace/core/living-documents";

/** The columns of a document: what decisions about it depend on, and what lists show. */
export const documentColumns = {
  id: true,
  name: true,
  folderId: true,
  position: true,
  version: true,
  fileId: true,
  uploadedByName: true,
  createdAt: true,
  updatedAt: true,
  folder: {
    select: { id: true, name: true, parentId: true, governingId: true, governing: { select: { viewOnly: true } } },
  },
  file: { select: { size: true, contentType: true, scan: true, storageKey: true } },
} as const satisfies Prisma.DocumentSelect;

export type DocumentRow = Prisma.DocumentGetPayload<{ select: typeof documentColumns }>;

/** A document that the viewer may see. Throws `not-found` for all others. */
export async function visibleDocument(context: Context<"account">, documentId: string): Promise<DocumentRow> {
  const where = livingDocuments(context, { id: documentId });
  const document = await context.db.document.findFirst({ where, select: documentColumns });
  if (document === null) throw noFile();
  return document;
}

/** Throws as `visibleDocument` does, for a list that is read alongside: it needs no columns, and so no relations. */
export async function requireDocument(context: Context<"account">, documentId: string): Promise<void> {
  const where = livingDocuments(context, { id: documentId });
  if ((await context.db.document.findFirst({ where, select: { id: true } })) === null) throw noFile();
}

export const noFile = (): Problem => notFound(t("File not found."));
