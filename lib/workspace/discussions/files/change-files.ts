import { MOST_FILES } from "@/lib/platform/files/start-file";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { attachFiles } from "./attach-files";

interface Changes {
  readonly add: readonly string[] | undefined;
  /** Attachments of the post. */
  readonly remove: readonly string[];
}

/**
 * Takes files off a post that the caller has locked, for good, and adds others. Returns the names of those it had.
 *
 * @throws Problem `invalid` for more than a post can have, and what `attachFiles` throws
 */
export async function changeFiles(
  context: Context<"account">,
  replyId: string,
  { add = [], remove }: Changes,
): Promise<string[]> {
  const { db, account } = context;
  const before = await db.discussionAttachment.findMany({
    where: { accountId: account.id, replyId },
    select: { id: true, position: true, file: { select: { name: true } } },
    orderBy: { position: "asc" },
  });
  const stays = before.filter(({ id }) => !remove.includes(id));
  if (stays.length + add.length > MOST_FILES) {
    throw invalidField("attachmentIds", t("A message can have up to {count} files.", { count: MOST_FILES }));
  }
  if (remove.length > 0) {
    await db.discussionAttachment.deleteMany({ where: { accountId: account.id, replyId, id: { in: [...remove] } } });
  }
  const from = Math.max(-1, ...before.map(({ position }) => position)) + 1;
  await attachFiles(context, replyId, { draft: { replyId }, ids: add, from });
  return before.map(({ file }) => file.name);
}
