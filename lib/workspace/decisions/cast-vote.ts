import { randomBytes } from "node:crypto";
import { z } from "zod";
import { isCheckViolation } from "@/lib/platform/db/check-violation";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { knownDecision } from "./decision-record";
import { lockDecision } from "./lock-decision";
import { decisionId } from "./schema";
import { requireState } from "./state-of";

/**
 * Casts a vote, which is final. The database refuses one after the deadline by its own clock, a second one of the same person, and
 * one of somebody who is not invited or recused. It is not in the activity log: who votes is for those who are invited.
 */
export const castVote = defineCommand({
  name: "decisions.vote",
  permission: "decisions.proposals.vote",
  scope: "account",
  summary: "Vote on a proposal; a vote is final",
  activity: "vote on a proposal",
  input: z.object({
    decisionId,
    round: z.int().min(1).max(1000).describe("The round that the voter has seen"),
    textVersion: z.int().min(1).default(1).describe("The version of the proposal that the voter has read"),
    position: z.int().min(1).max(5).describe("Of the option"),
  }),
  output: z.object({ receipt: z.string(), castAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/votes", status: 201 },
  run: async (context, { decisionId: id, round, textVersion, position }) => {
    const { db, account, actor } = context;
    const now = await lockDecision(db, { accountId: account.id, id, shared: true });
    const decision = await knownDecision(context, id);
    await authorize(context, "decisions.proposals.vote", decision);
    requireState(decision, now, "open");
    if (round !== decision.round)
      throw new Problem("conflict", t("A new round has begun. Look at it, then vote again."));
    if (textVersion !== decision.textVersion)
      throw new Problem("conflict", t("The proposal has changed since you opened it. Read it again, then vote."));
    const key = { accountId: account.id, decisionId: id };
    if ((await db.decisionOption.findFirst({ where: { ...key, position }, select: { position: true } })) === null)
      throw invalidField("position", t("Choose an option."));
    const receipt = randomBytes(9).toString("base64url");
    const vote = { ...key, round, contactId: actor.contactId ?? "", position, receipt };
    const { castAt } = await db.decisionVote.create({ data: vote, select: { castAt: true } }).catch((error) => {
      if (isUniqueViolation(error)) throw new Problem("conflict", t("You have already voted, and a vote is final."));
      throw isCheckViolation(error) ? new Problem("conflict", t("The vote is closed.")) : error;
    });
    return { output: { receipt, castAt: iso(castAt) }, audit: null };
  },
});
