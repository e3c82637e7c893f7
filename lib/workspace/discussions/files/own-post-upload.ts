import { looseFile } from "@/lib/platform/files/own-files";
import { uploadColumns } from "@/lib/platform/files/upload-record";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { meantFor, POST_DRAFTS, requirePostDraft } from "./post-draft";

/** The viewer's own upload that no post has taken, if they may still write what it is for. Throws `not-found` and `refused`. */
export async function ownPostUpload(context: Context<"account">, uploadId: string) {
  const where = loosePostUpload(context, uploadId);
  const file = await context.db.storedFile.findFirst({ where, select: uploadColumns });
  if (file === null) throw notFound(t("File not found."));
  await requirePostDraft(context, meantFor(file.draft));
  return file;
}

export const loosePostUpload = (context: Context<"account">, id: string) => looseFile(context, id, POST_DRAFTS);
