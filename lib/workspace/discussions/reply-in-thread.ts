import { z } from "zod";
import { attachmentIds } from "@/lib/platform/files/schema";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addPost } from "./add-post";
import { threadTarget } from "./group-target";
import { inviteMentioned, postText } from "./schema";
import { lockThread } from "./thread-record";

/** Posts a reply in a thread. Throws `conflict` if the thread is closed. */
export const replyInThread = defineCommand({
  name: "discussions.reply",
  permission: "discussions.replies.create",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private", "people.members.view"],
  scope: "account",
  summary: "Post a reply in a thread",
  activity: "reply in a thread",
  input: z.object({ threadId: id, message: postText, inviteMentioned, attachmentIds }),
  output: z.object({ id, threadId: id, number: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/discussion-threads/{threadId}/replies", status: 201 },
  once: true,
  run: async (context, { threadId, message, attachmentIds: ids, ...rest }) => {
    const thread = await lockThread(context, threadId);
    if (thread.closedAt !== null) {
      throw new Problem("conflict", t("This thread is closed. Nobody can reply until it is reopened."));
    }
    const replyId = await addPost(context, thread, { body: message, files: { draft: { threadId }, ids }, ...rest });
    const { isPrivate, name } = thread.group;
    return {
      output: { id: replyId, threadId, number: thread.lastNumber + 1 },
      audit: {
        summary: isPrivate
          ? say("Replied in a private discussion group")
          : say("Replied in the thread {title} of the group {name}", { title: thread.title, name }),
        target: threadTarget(threadId, thread.group),
      },
    };
  },
});
