import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

export const deleteCannedReply = defineCommand({
  name: "canned-replies.delete",
  permission: "staff.desk.manage",
  scope: "staff",
  summary: "Delete a canned reply",
  activity: "delete a canned reply",
  input: z.object({ replyId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/staff/canned-replies/{replyId}" },
  run: async ({ db }, { replyId }) => {
    const reply = await db.cannedReply.findUnique({ where: { id: replyId }, select: { title: true } });
    if (reply === null) throw notFound(t("Canned reply not found."));
    const { count } = await db.cannedReply.deleteMany({ where: { id: replyId } });
    if (count === 0) throw notFound(t("Canned reply not found."));
    return {
      output: { id: replyId },
      audit: {
        summary: say("Deleted the canned reply {title}", { title: reply.title }),
        target: { type: "cannedReply", id: replyId },
      },
    };
  },
});
