import { z } from "zod";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { lockedDecision } from "./locked-decision";
import { openVote } from "./open-vote";
import { decisionId, decisionRef } from "./schema";
import { requireState } from "./state-of";

export const openDecision = defineCommand({
  name: "decisions.open",
  permission: "decisions.proposals.lead",
  scope: "account",
  summary: "Open a draft for votes",
  activity: "open a vote",
  input: z.object({ decisionId }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/open" },
  run: async (context, { decisionId: id }) => {
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.lead");
    requireState(decision, now, "draft");
    await openVote(context, id);
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Opened the vote on decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
