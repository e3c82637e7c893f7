import { Rendering } from "@/lib/platform/kernel/rendering";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { resultPaper } from "./result-paper";
import { viewResult } from "./view-result";

/** The sheet of a published result as PDF: what the operation that shows it gives this viewer. */
export const downloadResultPdf = defineDownload({
  name: "decisions.download-result-pdf",
  permission: "decisions.proposals.view",
  scope: "account",
  summary: "Download the sheet of a published result as PDF",
  activity: "download the result of a decision",
  input: viewResult.input,
  http: {
    method: "GET",
    path: "/accounts/{accountId}/decisions/{decisionId}/result/pdf",
    file: "application/pdf",
  },
  run: async (context, input) => {
    const shown = viewResult.output.parse(await viewResult.run(context, input));
    const { decision, round } = shown.sheet;
    return {
      filename: `decision-${decision.number}-round-${round.number}.pdf`,
      contentType: "application/pdf",
      body: new Rendering("text", [resultPaper(shown)]),
    };
  },
});
