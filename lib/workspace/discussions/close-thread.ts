import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { threadTarget } from "./group-target";
import { manageThread } from "./manage-thread";

/** Closes a thread, so that nobody replies in it, or reopens it. */
export const closeThread = defineCommand({
  name: "discussions.close-thread",
  permission: "discussions.groups.update-public",
  alsoChecks: [
    "discussions.groups.view-private",
    "discussions.groups.view-public",
    "discussions.groups.update-private",
  ],
  scope: "account",
  summary: "Close or reopen a thread",
  activity: "close a thread",
  input: z.object({ threadId: id, closed: z.boolean() }),
  output: z.object({ id, closed: z.boolean() }),
  http: { method: "PUT", path: "/accounts/{accountId}/discussion-threads/{threadId}/closed" },
  run: async (context, { threadId, closed }) => {
    const { actor, realNow: now } = context;
    const data = { closedAt: closed ? now : null, closedByName: closed ? actor.name : null };
    const { thread, permission } = await manageThread(context, threadId, data);
    const { title, group } = thread;
    const to = closed ? "closed" : "open";
    return {
      output: { id: threadId, closed },
      audit: {
        summary: group.isPrivate
          ? say("{to, select, closed {Closed} other {Reopened}} a thread in a private discussion group", { to })
          : say("{to, select, closed {Closed} other {Reopened}} the thread {title}", { to, title }),
        target: threadTarget(threadId, group),
        permission,
      },
    };
  },
});
