import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { threadTarget } from "./group-target";
import { manageThread } from "./manage-thread";

/** Keeps a thread at the top of its group, or no longer. */
export const pinThread = defineCommand({
  name: "discussions.pin-thread",
  permission: "discussions.groups.update-public",
  alsoChecks: [
    "discussions.groups.view-private",
    "discussions.groups.view-public",
    "discussions.groups.update-private",
  ],
  scope: "account",
  summary: "Pin or unpin a thread",
  activity: "pin a thread",
  input: z.object({ threadId: id, pinned: z.boolean() }),
  output: z.object({ id, pinned: z.boolean() }),
  http: { method: "PUT", path: "/accounts/{accountId}/discussion-threads/{threadId}/pin" },
  run: async (context, { threadId, pinned }) => {
    const { thread, permission } = await manageThread(context, threadId, { pinned: pinned ? 1 : 0 });
    const { title, group } = thread;
    return {
      output: { id: threadId, pinned },
      audit: {
        summary: group.isPrivate
          ? say("{pinned, select, yes {Pinned} other {Unpinned}} a thread in a private discussion group", {
              pinned: pinned ? "yes" : "no",
            })
          : say("{pinned, select, yes {Pinned} other {Unpinned}} the thread {title}", {
              pinned: pinned ? "yes" : "no",
              title,
            }),
        target: threadTarget(threadId, group),
        permission,
      },
    };
  },
});
