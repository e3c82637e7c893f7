import { z } from "zod";
import { attachmentIds } from "@/lib/platform/files/schema";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addPost } from "./add-post";
import { threadTarget } from "./group-target";
import { holdGroup } from "./lock-group";
import { inviteMentioned, postText, threadTitle } from "./schema";
import { visibleThread } from "./thread-record";

/** Starts a thread with its opening post, in any group one sees. */
export const startThread = defineCommand({
  name: "discussions.start-thread",
  permission: "discussions.threads.create",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private", "people.members.view"],
  scope: "account",
  summary: "Start a thread",
  activity: "start a thread",
  input: z.object({ groupId: id, title: threadTitle, message: postText, inviteMentioned, attachmentIds }),
  output: z.object({ id, replyId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/discussions/{groupId}/threads", status: 201 },
  once: true,
  run: async (context, { groupId, title, message, attachmentIds: ids, ...rest }) => {
    const { db, account, actor, realNow: now } = context;
    const group = await holdGroup(context, groupId);
    const starter = { startedByContactId: actor.contactId, startedByName: actor.name };
    const { id: threadId } = await db.discussionThread.create({
      data: { accountId: account.id, groupId, title, ...starter, createdAt: now, lastReplyAt: now },
      select: { id: true },
    });
    const thread = await visibleThread(context, threadId);
    const replyId = await addPost(context, thread, { body: message, files: { draft: { groupId }, ids }, ...rest });
    const { isPrivate, name } = group;
    return {
      output: { id: threadId, replyId },
      audit: {
        summary: isPrivate
          ? say("Started a thread in a private discussion group")
          : say("Started the thread {title} in the group {name}", { title, name }),
        target: threadTarget(threadId, group),
      },
    };
  },
});
