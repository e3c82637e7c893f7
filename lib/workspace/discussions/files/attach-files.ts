import { takeFiles } from "@/lib/platform/files/take-files";
import type { Context } from "@/lib/platform/operations/operation";
import { draftOf, type PostDraft } from "./post-draft";

export interface Attaching {
  readonly draft: PostDraft;
  readonly ids: readonly string[] | undefined;
}

/**
 * Attaches the author's uploads to a post, after those it has. Returns their names.
 *
 * @throws Problem `invalid` if one isn't there, isn't complete, or isn't the author's
 */
export async function attachFiles(
  context: Context<"account">,
  replyId: string,
  { draft, ids, from = 0 }: Attaching & { readonly from?: number },
): Promise<string[]> {
  const files = await takeFiles(context, draftOf(draft), ids);
  const { id: accountId } = context.account;
  await context.db.discussionAttachment.createMany({
    data: files.map(({ id: fileId }, index) => ({ accountId, replyId, fileId, position: from + index })),
  });
  return files.map(({ name }) => name);
}
