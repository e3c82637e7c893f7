import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id, version } from "@/lib/platform/kernel/ids";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { checkFields, titleTaken } from "./check-fields";
import { cannedReplyInput } from "./schema";

/** Throws `conflict` if it was changed or deleted since. */
export const updateCannedReply = defineCommand({
  name: "canned-replies.update",
  permission: "staff.desk.manage",
  scope: "staff",
  summary: "Change a canned reply",
  activity: "change a canned reply",
  input: z.object({ replyId: id, ...cannedReplyInput, version }),
  output: z.object({ id, version }),
  http: { method: "PUT", path: "/staff/canned-replies/{replyId}" },
  run: async ({ db }, { replyId, version: seen, title, body, department = null }) => {
    checkFields(body);
    const changed = { title, body, department, version: { increment: 1 } };
    try {
      const { count } = await db.cannedReply.updateMany({ where: { id: replyId, version: seen }, data: changed });
      if (count === 0) throw staleVersion();
    } catch (error) {
      throw isUniqueViolation(error) ? titleTaken() : error;
    }
    return {
      output: { id: replyId, version: seen + 1 },
      audit: {
        summary: say("Changed the canned reply {title}", { title }),
        target: { type: "cannedReply", id: replyId },
      },
    };
  },
});
