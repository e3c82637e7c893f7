import { looseFile } from "@/lib/platform/files/own-files";
import { SET_ASIDE } from "@/lib/platform/files/sweep-files";
import { uploadColumns } from "@/lib/platform/files/upload-record";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { DraftOf } from "@/lib/support/core/draft-of";
import { requireDraft } from "./upload-input";

/**
 * The viewer's own upload that no message has taken, if they may still write what it is for.
 *
 * @throws Problem `not-found`, and what `requireDraft` throws
 */
export async function ownUpload(context: Context<"account">, uploadId: string) {
  const file = await context.db.storedFile.findFirst({ where: looseUpload(context, uploadId), select: uploadColumns });
  if (file === null) throw notFound(t("File not found."));
  await requireDraft(context, meantFor(file.draft));
  return file;
}

export const looseUpload = (context: Context<"account">, id: string) =>
  looseFile(context, id, ["new", "reply ", "note ", SET_ASIDE]);

function meantFor(draft: string): DraftOf {
  const [kind, ticketId] = draft.split(" ");
  return kind === "new" ? {} : { ticketId, note: kind === "note" };
}
