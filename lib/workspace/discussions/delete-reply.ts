import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { threadTarget } from "./group-target";
import { lockReply } from "./reply-record";

/** Deletes a post's text and earlier versions. That there was one, and who deleted it, stays visible. */
export const deleteReply = defineCommand({
  name: "discussions.delete-reply",
  permission: "discussions.replies.delete",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private"],
  scope: "account",
  summary: "Delete a post",
  activity: "delete a post",
  input: z.object({ replyId: id }),
  output: z.object({ id, threadId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/discussion-replies/{replyId}" },
  run: async (context, { replyId }) => {
    const { db, actor, realNow: deletedAt } = context;
    const { reply, thread } = await lockReply(context, replyId);
    await authorize(context, "discussions.replies.delete", reply);
    const { count } = await db.discussionReply.updateMany({
      where: accessibleWhere(context, "discussions.replies.delete", { id: replyId, deletedAt: null }),
      data: { body: "", deletedAt, deletedByName: actor.name, version: { increment: 1 } },
    });
    if (count === 0) throw notFound(t("Post not found."));
    await db.discussionRevision.deleteMany({ where: { replyId } });
    await db.discussionMention.deleteMany({ where: { replyId } });
    return {
      output: { id: replyId, threadId: thread.id },
      audit: {
        summary: thread.group.isPrivate
          ? say("Deleted a post in a private discussion group")
          : say("Deleted a post in the thread {title}", { title: thread.title }),
        target: threadTarget(thread.id, thread.group),
      },
    };
  },
});
