import { z } from "zod";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { knownDecision } from "./decision-record";
import { readSheet } from "./read-result";
import { resultInWords } from "./result-in-words";
import { resultSheet } from "./result-schema";
import { rulesInWords } from "./rules-in-words";
import { decisionId, MOST_INVITED } from "./schema";

const sheet = resultSheet.extend({
  options: z.array(resultSheet.shape.options.element).max(5),
  people: resultSheet.shape.people.extend({
    recused: z.array(resultSheet.shape.people.shape.recused.element).max(MOST_INVITED),
  }),
  votes: z.array(resultSheet.shape.votes.element).max(MOST_INVITED),
  history: z.array(resultSheet.shape.history.element).max(100),
});

/** The sheet of a published result, for paper: text, rules, votes, arithmetic and hash. */
export const viewResult = defineQuery({
  name: "decisions.view-result",
  permission: "decisions.proposals.view",
  scope: "account",
  summary: "View the sheet of a published result",
  activity: "view the result of a decision",
  input: z.object({ decisionId, round: z.int().min(1).max(1000).optional().describe("The latest one if left out") }),
  output: z.object({
    sheet,
    hash: z.string(),
    rules: z.array(z.string()).max(12),
    sentences: z.array(z.string()).max(12),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/decisions/{decisionId}/result-sheet" },
  run: async (context, { decisionId: id, round }) => {
    const decision = await knownDecision(context, id);
    await authorize(context, "decisions.proposals.view", decision);
    const published = await readSheet(context, decision, round ?? decision.round);
    if (!published?.hash) throw notFound(t("This result isn't published."));
    return {
      sheet: published.sheet,
      hash: published.hash,
      rules: rulesInWords(published.sheet.rules),
      sentences: resultInWords(published.sheet),
    };
  },
});
