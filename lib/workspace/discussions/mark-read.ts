import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineCommand } from "@/lib/platform/operations/operation";
import { readThrough } from "./add-post";
import { visibleThread } from "./thread-record";

/** Notes how far one has read a thread. Nobody else's business, so it isn't logged. */
export const markRead = defineCommand({
  name: "discussions.mark-read",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "Mark a thread as read up to a post",
  activity: "read a thread",
  input: z.object({
    threadId: id,
    number: z.int().min(1).max(1_000_000_000).optional().describe("The newest post that was read; without it, all"),
  }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/discussion-threads/{threadId}/read" },
  run: async (context, { threadId, number }) => {
    const { lastNumber } = await visibleThread(context, threadId);
    await readThrough(context, threadId, Math.min(number ?? lastNumber, lastNumber));
    return { output: { id: threadId }, audit: null };
  },
});
