import { z } from "zod";
import { attachmentIds } from "@/lib/platform/files/schema";
import { MOST_FILES } from "@/lib/platform/files/start-file";
import { id, version } from "@/lib/platform/kernel/ids";
import { invalidField, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { changeFiles } from "./files/change-files";
import { threadTarget } from "./group-target";
import { mentionedPeople } from "./mentioned-people";
import { notifyOfPost } from "./notify-of-post";
import { lockReply } from "./reply-record";
import { inviteMentioned, postText, threadTitle } from "./schema";

/** Changes a post. What it said before is kept for everyone who sees it. Nobody is told but those it mentions now. */
export const editReply = defineCommand({
  name: "discussions.edit-reply",
  permission: "discussions.replies.update",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private", "people.members.view"],
  scope: "account",
  summary: "Edit a post; earlier versions stay visible",
  activity: "edit a post",
  input: z.object({
    replyId: id,
    version,
    message: postText,
    title: threadTitle.optional().describe("Of the thread, with its opening post"),
    inviteMentioned,
    attachmentIds,
    removeFiles: z.array(id).max(MOST_FILES).default([]).describe("Files of the post to be deleted for good"),
  }),
  output: z.object({ id, threadId: id, version }),
  http: { method: "PATCH", path: "/accounts/{accountId}/discussion-replies/{replyId}" },
  run: async (context, { replyId, version: seen, message: body, title, inviteMentioned: invite, ...changed }) => {
    const { db, account, actor, realNow: now } = context;
    const { reply, thread } = await lockReply(context, replyId);
    await authorize(context, "discussions.replies.update", reply);
    if (title !== undefined && reply.number !== 1) throw invalidField("title", t("Only the opening post has a title."));
    const mentioned = await mentionedPeople(context, thread.group, { body, invite, before: reply.body });
    const { count } = await db.discussionReply.updateMany({
      where: accessibleWhere(context, "discussions.replies.update", { id: replyId, version: seen, deletedAt: null }),
      data: { body, version: { increment: 1 }, editedAt: now, editedByName: actor.name },
    });
    if (count === 0) throw staleVersion();
    const of = { accountId: account.id, replyId };
    const files = await changeFiles(context, replyId, { add: changed.attachmentIds, remove: changed.removeFiles });
    await db.discussionRevision.create({
      data: { ...of, version: seen, body: reply.body, files, replacedBy: actor.name, replacedAt: now },
    });
    if (title !== undefined) await db.discussionThread.updateMany({ where: { id: thread.id }, data: { title } });
    const { number } = reply;
    if (mentioned.length > 0) {
      const data = mentioned.map(({ contactId }) => ({ ...of, threadId: thread.id, contactId, number }));
      await db.discussionMention.createMany({ data, skipDuplicates: true });
      await notifyOfPost(context, thread, { id: replyId, body, number, mentioned, files: [], onlyMentioned: true });
    }
    const { isPrivate } = thread.group;
    return {
      output: { id: replyId, threadId: thread.id, version: seen + 1 },
      audit: {
        summary: isPrivate
          ? say("Edited a post in a private discussion group")
          : say("Edited a post in the thread {title}", { title: title ?? thread.title }),
        target: threadTarget(thread.id, thread.group),
      },
    };
  },
});
