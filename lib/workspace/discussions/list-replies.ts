import { z } from "zod";
import type { Attachment } from "@/lib/platform/files/schema";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { filesOfPosts } from "./files/files-of-posts";
import { type ReplyRow, replyColumns } from "./reply-record";
import { replyItem } from "./schema";
import { requireThread } from "./thread-record";

const orders = { number: () => [{ number: "asc" as const }] };

/** The posts of a thread, with the opening one as number 1. A deleted post keeps its place without its text. */
export const listReplies = defineQuery({
  name: "discussions.list-replies",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "List the posts of a thread",
  activity: "view a thread",
  input: z.object({ threadId: id, ...cursorInput }),
  output: cursorPageOf(replyItem),
  http: { method: "GET", path: "/accounts/{accountId}/discussion-threads/{threadId}/replies" },
  run: async (context, asked) => {
    const { db } = context;
    const { threadId } = asked;
    const where = { threadId };
    const list = keysetList("discussions.list-replies", orders, {
      ...asked,
      ...{ sort: "number" as const, direction: "asc" as const },
    });
    const select = list.select(replyColumns);
    const [found, total] = await Promise.all([
      list.read((part) => db.discussionReply.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.discussionReply.count({ where, ...countedBy({ number: "asc" }) }),
      requireThread(context, threadId),
    ]);
    const page = list.page(found, total);
    const files = await filesOfPosts(
      context,
      page.items.map(({ id }) => id),
    );
    return { ...page, items: page.items.map((reply) => present(context, reply, files.get(reply.id))) };
  },
});

function present({ viewer, actor }: Context, row: ReplyRow, attachments: Attachment[] = []): z.input<typeof replyItem> {
  const { id, number, authorName, authorContactId, body, version, createdAt, editedAt, editedByName } = row;
  const deleted = row.deletedAt !== null;
  return {
    ...{ id, number, authorName, body, version, editedByName },
    mine: authorContactId !== null && authorContactId === actor.contactId,
    createdAt: iso(createdAt),
    editedAt: isoOrNull(editedAt),
    deletedByName: row.deletedByName,
    attachments,
    allowed: {
      update: !deleted && can(viewer, "discussions.replies.update", row),
      remove: !deleted && can(viewer, "discussions.replies.delete", row),
    },
  };
}
