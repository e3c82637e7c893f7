import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { threadTarget } from "./group-target";
import { lockThread } from "./thread-record";

/** Deletes a thread with its posts, for good. */
export const deleteThread = defineCommand({
  name: "discussions.delete-thread",
  permission: "discussions.threads.delete",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private"],
  scope: "account",
  summary: "Delete a thread with its posts",
  activity: "delete a thread",
  input: z.object({ threadId: id }),
  output: z.object({ id, groupId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/discussion-threads/{threadId}" },
  run: async (context, { threadId }) => {
    const { title, groupId, group } = await lockThread(context, threadId);
    await authorize(context, "discussions.threads.delete", { id: threadId, accountId: context.account.id });
    const { count } = await context.db.discussionThread.deleteMany({
      where: accessibleWhere(context, "discussions.threads.delete", { id: threadId }),
    });
    if (count === 0) throw notFound(t("Thread not found."));
    return {
      output: { id: threadId, groupId },
      audit: {
        summary: group.isPrivate
          ? say("Deleted a thread in a private discussion group")
          : say("Deleted the thread {title}", { title }),
        target: threadTarget(threadId, group),
      },
    };
  },
});
