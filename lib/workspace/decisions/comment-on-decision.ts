import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { issue } from "@/lib/platform/language/msg";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { knownDecision } from "./decision-record";
import { notifyInvited } from "./notify-invited";
import { decisionId } from "./schema";

/**
 * Writes to everyone who is invited, or a private note that nobody else reads, administrators included. Neither is in the activity
 * log, which people read who aren't invited.
 */
export const commentOnDecision = defineCommand({
  name: "decisions.comment",
  permission: "decisions.proposals.comment",
  scope: "account",
  summary: "Comment on a proposal, or write a private note",
  activity: "comment on a proposal",
  input: z.object({
    decisionId,
    body: z
      .string()
      .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
      .min(1, issue("Enter a comment."))
      .max(10_000, issue("A comment can have up to 10,000 characters.")),
    private: z.boolean().default(false).describe("For the author alone"),
  }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/comments", status: 201 },
  once: true,
  run: async (context, { decisionId: of, body, private: own }) => {
    const { db, account, actor, realNow: createdAt } = context;
    const decision = await knownDecision(context, of);
    await authorize(context, "decisions.proposals.comment", decision);
    const author = { authorContactId: actor.contactId ?? "", authorName: actor.name };
    const output = await db.decisionComment.create({
      data: { accountId: account.id, decisionId: of, ...author, private: own, body, createdAt },
      select: { id: true },
    });
    if (!own) await notifyInvited(context, of, { what: "comment", except: actor.contactId });
    return { output, audit: null };
  },
});
