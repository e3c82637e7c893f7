import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { lockedAction } from "./action-record";
import { notifyAssignees } from "./notify-assignees";
import { commentText } from "./schema";

/** Comments on an action, for all who see it; or adds a private note, which is its author's alone and is not logged. */
export const commentOnAction = defineCommand({
  name: "actions.comment",
  permission: "actions.update",
  alsoChecks: ["actions.view"],
  scope: "account",
  summary: "Comment on an action, or add a private note to it",
  activity: "comment on an action",
  input: z.object({
    actionId: id,
    comment: commentText,
    private: z.boolean().default(false).describe("A note that nobody else can see, administrators included"),
  }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/actions/{actionId}/comments", status: 201 },
  once: true,
  run: async (context, { actionId, comment: body, private: hidden }) => {
    const { db, account, actor, realNow: createdAt } = context;
    const action = await lockedAction(context, actionId);
    await authorize(context, "actions.update", action);
    const author = { authorContactId: actor.contactId, authorPersonId: actor.personId, authorName: actor.name };
    const comment = await db.actionComment.create({
      data: { accountId: account.id, actionId, ...author, private: hidden, body, createdAt },
      select: { id: true },
    });
    if (hidden) return { output: comment, audit: null };
    const about = action.assignments.map(({ contactId }) => contactId);
    const to = action.createdByContactId === null ? about : [...about, action.createdByContactId];
    await notifyAssignees(context, actionId, { to, because: "comment", comment: { id: comment.id, text: body } });
    return {
      output: comment,
      audit: {
        summary: say("Commented on action #{number}", { number: action.number }),
        target: { type: "action", id: actionId },
      },
    };
  },
});
