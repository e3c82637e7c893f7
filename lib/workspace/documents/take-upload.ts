import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { PREVIEWED } from "./preview-kinds";
import { hasText } from "./texts/text-kinds";
import { draftOf, looseUpload, type UploadFor } from "./uploads";

/**
 * Takes an upload out of the uploader's own: the database lets it happen once. Pages of it are drawn, and its text is read,
 * if it can have any.
 *
 * @throws Problem `invalid` if it isn't there, isn't complete or is for something else
 */
export async function takeUpload(context: Context<"account">, what: UploadFor, uploadId: string) {
  const { db, account, realNow } = context;
  const where = { AND: [looseUpload(context, uploadId), { draft: draftOf(what), state: "stored" as const }] };
  const found = await db.storedFile.findFirst({ where, select: { id: true, name: true, contentType: true } });
  const { count } = await db.storedFile.updateMany({ where, data: { state: "attached", touchedAt: realNow } });
  if (found === null || count === 0) {
    throw invalidField("files", t("The file is no longer there, or hasn't been uploaded completely. Upload it again."));
  }
  if (PREVIEWED.has(found.contentType ?? "")) {
    await db.filePreview.createMany({ data: { accountId: account.id, fileId: found.id } });
  }
  if (hasText(found)) await db.fileText.createMany({ data: { accountId: account.id, fileId: found.id } });
  return found;
}
