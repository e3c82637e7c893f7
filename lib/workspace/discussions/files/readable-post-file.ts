import { storedColumns } from "@/lib/platform/files/as-download";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { visibleGroups } from "../visible-groups";

/** A file of a post that isn't deleted, in a group that the viewer sees now. Throws `not-found` for all others. */
export async function readablePostFile(context: Context<"account">, attachmentId: string) {
  const found = await context.db.discussionAttachment.findFirst({
    where: {
      accountId: context.account.id,
      id: attachmentId,
      reply: { is: { deletedAt: null, thread: { is: { group: { is: visibleGroups(context) } } } } },
    },
    select: { file: { select: storedColumns } },
  });
  if (found === null) throw notFound(t("File not found."));
  return found.file;
}
