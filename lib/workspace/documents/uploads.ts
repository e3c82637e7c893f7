import { looseFile } from "@/lib/platform/files/own-files";
import { uploadColumns } from "@/lib/platform/files/upload-record";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { noFile, visibleDocument } from "./document-record";
import { visibleFolder } from "./folder-record";

/** What an uploaded file is for: a new file in a folder, or a new version of one. */
export type UploadFor = { readonly folderId: string } | { readonly documentId: string };

export const uploadForInput = {
  folderId: id.optional().describe("The folder it is for"),
  documentId: id.optional().describe("Or the file that it is a new version of"),
};

/** @throws Problem `invalid` unless exactly one of them is given */
export function uploadFor({
  folderId,
  documentId,
}: {
  folderId?: string | undefined;
  documentId?: string | undefined;
}): UploadFor {
  if (folderId !== undefined && documentId === undefined) return { folderId };
  if (documentId !== undefined && folderId === undefined) return { documentId };
  throw invalidField("folderId", t("Name the folder, or the file to be replaced."));
}

/** How it is stored with the file, so that it can't be used for anything else. */
export const draftOf = (what: UploadFor): string =>
  "folderId" in what ? `folder ${what.folderId}` : `document ${what.documentId}`;

/** Asks whether the viewer may add the file there. Throws `not-found` and `refused`. */
export async function requireUpload(context: Context<"account">, what: UploadFor): Promise<void> {
  if ("folderId" in what) {
    await authorize(context, "documents.files.upload", await visibleFolder(context, what.folderId));
    return;
  }
  await authorize(context, "documents.files.replace", await visibleDocument(context, what.documentId));
}

/** The viewer's own upload that nothing has taken yet, if they may still add it. Throws `not-found` and `refused`. */
export async function ownUpload(context: Context<"account">, uploadId: string) {
  const file = await context.db.storedFile.findFirst({ where: looseUpload(context, uploadId), select: uploadColumns });
  const what = file === null ? null : meantFor(file.draft);
  if (file === null || what === null) throw noFile();
  await requireUpload(context, what);
  return { file, what };
}

export const looseUpload = (context: Context<"account">, id: string) =>
  looseFile(context, id, ["folder ", "document "]);

function meantFor(draft: string): UploadFor | null {
  const [kind, of = ""] = draft.split(" ");
  if (kind === "folder") return { folderId: of };
  return kind === "document" ? { documentId: of } : null;
}
