import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { DraftOf } from "@/lib/support/core/draft-of";
import { requireDraft } from "./upload-input";
import { uploadColumns } from "./upload-record";

/**
 * The viewer's own upload that no message has taken, if they may still write what it is for.
 *
 * @throws Problem `not-found`, and what `requireDraft` throws
 */
export async function ownUpload(context: Context<"account">, uploadId: string) {
  const file = await context.db.storedFile.findFirst({ where: looseFile(context, uploadId), select: uploadColumns });
  if (file === null) throw notFound(t("File not found."));
  await requireDraft(context, meantFor(file.draft));
  return file;
}

export const looseFile = ({ account, actor }: Context<"account">, id: string): Prisma.StoredFileWhereInput => ({
  accountId: account.id,
  id,
  uploaderId: actor.personId,
  state: { not: "attached" },
});

function meantFor(draft: string): DraftOf {
  const [kind, ticketId] = draft.split(" ");
  return kind === "new" ? {} : { ticketId, note: kind === "note" };
}
