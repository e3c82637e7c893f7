import { z } from "zod";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { lockedAction } from "./action-record";
import { DELETABLE_MINUTES } from "./view-action";

/** Deletes one's own private note at any time, or one's own comment within an hour. */
export const deleteComment = defineCommand({
  name: "actions.delete-comment",
  permission: "actions.update",
  alsoChecks: ["actions.view"],
  scope: "account",
  summary: "Delete one's own private note, or one's own comment within an hour",
  activity: "delete a comment on an action",
  input: z.object({ actionId: id, commentId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/actions/{actionId}/comments/{commentId}" },
  run: async (context, { actionId, commentId }) => {
    const { db, account, actor, realNow } = context;
    const action = await lockedAction(context, actionId);
    await authorize(context, "actions.update", action);
    const own = { accountId: account.id, actionId, id: commentId, authorPersonId: actor.personId };
    const comment = await db.actionComment.findFirst({ where: own, select: { private: true } });
    if (comment === null) throw notFound(t("Comment not found, or it isn't yours."));
    const recent = { createdAt: { gt: addMinutes(realNow, -DELETABLE_MINUTES) } };
    const { count } = await db.actionComment.deleteMany({ where: { ...own, ...(!comment.private && recent) } });
    if (count === 0) throw new Problem("conflict", t("A comment can be deleted within an hour of writing it."));
    return {
      output: { id: commentId },
      audit: comment.private
        ? null
        : {
            summary: say("Deleted their comment on action #{number}", { number: action.number }),
            target: { type: "action", id: actionId },
          },
    };
  },
});
