import { z } from "zod";
import { lockName } from "@/lib/platform/db/lock-name";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { checkFields, titleTaken } from "./check-fields";
import { cannedReplyInput } from "./schema";

/** More than that nobody finds one among. */
export const MOST_REPLIES = 100;

export const createCannedReply = defineCommand({
  name: "canned-replies.create",
  permission: "staff.desk.manage",
  scope: "staff",
  summary: "Create a canned reply",
  activity: "create a canned reply",
  input: z.object(cannedReplyInput),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/canned-replies", status: 201 },
  run: async ({ db }, data) => {
    checkFields(data.body);
    // Counted by one at a time, so that the limit holds for those who add at the same moment.
    await lockName(db, "canned replies");
    if ((await db.cannedReply.count()) >= MOST_REPLIES) {
      throw new Problem(
        "conflict",
        t("There can be at most {count} canned replies. Delete one first.", { count: MOST_REPLIES }),
      );
    }
    try {
      const { id: replyId } = await db.cannedReply.create({ data, select: { id: true } });
      return {
        output: { id: replyId },
        audit: {
          summary: say("Created the canned reply {title}", { title: data.title }),
          target: { type: "cannedReply", id: replyId },
        },
      };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw titleTaken();
    }
  },
});
