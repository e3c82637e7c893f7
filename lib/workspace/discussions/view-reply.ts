import { z } from "zod";
import { attachmentsOf, presentAttachment } from "@/lib/platform/files/present-attachment";
import { attachment } from "@/lib/platform/files/schema";
import { MOST_FILES } from "@/lib/platform/files/start-file";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { mayUpdate } from "./group-rights";
import { visibleReply } from "./reply-record";
import { visibleThread } from "./thread-record";

/** One post: to edit it, to quote it, or to see what it said before. */
export const viewReply = defineQuery({
  name: "discussions.view-reply",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "View one post",
  activity: "view a post",
  input: z.object({ replyId: id }),
  output: z.object({
    ...{ id, threadId: id, groupId: id, threadTitle: z.string(), groupName: z.string(), isPrivate: z.boolean() },
    ...{ number: z.int(), authorName: z.string(), body: z.string(), version: z.int(), createdAt: isoDateTime },
    attachments: z.array(attachment).max(MOST_FILES),
    allowed: z.object({ update: z.boolean(), remove: z.boolean(), inviteMentioned: z.boolean() }),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/discussion-replies/{replyId}" },
  run: async (context, { replyId }) => {
    const reply = await visibleReply(context, replyId);
    const { id: threadId, groupId, title, group } = await visibleThread(context, reply.threadId);
    const files = await context.db.discussionAttachment.findMany({
      where: { replyId },
      ...attachmentsOf,
      take: MOST_FILES,
    });
    const { number, authorName, body, version, createdAt } = reply;
    return {
      ...{ id: replyId, threadId, groupId, threadTitle: title, groupName: group.name, isPrivate: group.isPrivate },
      ...{ number, authorName, body, version, createdAt: iso(createdAt) },
      attachments: files.map(presentAttachment),
      allowed: {
        update: can(context.viewer, "discussions.replies.update", reply),
        remove: can(context.viewer, "discussions.replies.delete", reply),
        inviteMentioned: group.isPrivate && mayUpdate(context, group),
      },
    };
  },
});
