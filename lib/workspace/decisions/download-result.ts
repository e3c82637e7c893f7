import { z } from "zod";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { knownDecision } from "./decision-record";
import { readSheet } from "./read-result";
import { sealed } from "./result-sheet";
import { decisionId } from "./schema";

/** The published result as a file that `check-decision.mjs` checks without the portal. */
export const downloadResult = defineDownload({
  name: "decisions.download-result",
  permission: "decisions.proposals.view",
  scope: "account",
  summary: "Download the published result of a round, to be checked offline",
  activity: "download the result of a decision",
  input: z.object({ decisionId, round: z.int().min(1).max(1000).optional().describe("The latest one if left out") }),
  http: {
    method: "GET",
    path: "/accounts/{accountId}/decisions/{decisionId}/result/download",
    file: "application/octet-stream",
  },
  async run(context, { decisionId: id, round }) {
    const decision = await knownDecision(context, id);
    await authorize(context, "decisions.proposals.view", decision);
    const published = await readSheet(context, decision, round ?? decision.round);
    if (!published?.hash) throw notFound(t("This result isn't published."));
    return {
      filename: `decision-${decision.number}-round-${published.sheet.round.number}.json`,
      contentType: "application/octet-stream",
      body: JSON.stringify(sealed(published.sheet), null, 2),
    };
  },
});
