import { z } from "zod";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { audienceOf } from "@/lib/workspace/core/audience";
import { audienceOutput } from "@/lib/workspace/core/schema";
import { knownDecision } from "./decision-record";
import { decisionId } from "./schema";

/** Who will read a proposal once it is open, and who is invited and will not. */
export const previewAudience = defineQuery({
  name: "decisions.preview-audience",
  permission: "decisions.proposals.lead",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Preview who will see a proposal",
  activity: "preview who sees a proposal",
  input: z.object({ decisionId }),
  output: audienceOutput,
  http: { method: "GET", path: "/accounts/{accountId}/decisions/{decisionId}/audience" },
  run: async (context, { decisionId: id }) => {
    const record = await knownDecision(context, id);
    await authorize(context, "decisions.proposals.lead", record);
    return audienceOf(context, {
      permission: "decisions.proposals.view",
      record,
      invited: record.invitations.map(({ contactId }) => contactId),
    });
  },
});
