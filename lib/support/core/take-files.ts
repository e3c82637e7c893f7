import { takeFiles as take } from "@/lib/platform/files/take-files";
import type { Context } from "@/lib/platform/operations/operation";
import { type DraftOf, draftOf, type HeldReply } from "./draft-of";

interface Taking {
  readonly messageId: string;
  readonly draft: DraftOf | HeldReply;
  readonly ids: readonly string[] | undefined;
}

/**
 * Attaches uploaded files to the message that they were uploaded for. Returns their names.
 *
 * @throws Problem `invalid` if one isn't there, isn't complete, or isn't the author's
 */
export async function takeFiles(context: Context<"account">, { messageId, draft, ids }: Taking): Promise<string[]> {
  const files = await take(context, draftOf(draft), ids);
  const internal = "note" in draft && draft.note === true;
  const { id: accountId } = context.account;
  await context.db.ticketAttachment.createMany({
    data: files.map(({ id: fileId }, position) => ({ accountId, messageId, fileId, internal, position })),
  });
  return files.map(({ name }) => name);
}
