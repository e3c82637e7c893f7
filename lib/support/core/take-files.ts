import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { type DraftOf, draftOf } from "./draft-of";

interface Taking {
  readonly messageId: string;
  readonly draft: DraftOf;
  readonly ids: readonly string[] | undefined;
}

/**
 * Attaches uploaded files to the message that they were uploaded for. Each belongs to its uploader until then, and is
 * taken once: the database decides between two messages that want the same file.
 *
 * @throws Problem `invalid` if one isn't there, isn't complete, or isn't the author's
 */
export async function takeFiles(context: Context<"account">, { messageId, draft, ids = [] }: Taking): Promise<void> {
  if (ids.length === 0) return;
  const { db, account, actor, realNow } = context;
  const fileIds = [...new Set(ids)];
  const internal = draft.note === true;
  const { count } = await db.storedFile.updateMany({
    where: {
      accountId: account.id,
      id: { in: fileIds },
      uploaderId: actor.personId,
      draft: draftOf(draft),
      state: "stored",
    },
    data: { state: "attached", touchedAt: realNow },
  });
  if (count !== fileIds.length) {
    throw invalidField(
      "attachmentIds",
      t("A file is no longer there, or hasn't been uploaded completely. Remove it, and attach it again."),
    );
  }
  const { id: accountId } = account;
  await db.ticketAttachment.createMany({
    data: fileIds.map((fileId, position) => ({ accountId, messageId, fileId, internal, position })),
  });
}
