import { z } from "zod";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loadCreditNote } from "./load-credit-note";
import { renderCreditNote } from "./pdf/render-credit-note";

export const downloadCreditNotePdf = defineQuery({
  name: "credit-notes.pdf",
  permission: "billing.credit.view",
  scope: "account",
  summary: "Download a credit note as PDF",
  input: z.object({ creditNoteId: id }),
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/credit-notes/{creditNoteId}/pdf", file: "application/pdf" },
  async run(context, { creditNoteId }) {
    const note = await loadCreditNote(context, creditNoteId);
    return {
      filename: `${note.number}.pdf`,
      contentType: "application/pdf",
      body: await renderCreditNote(note, context.account.number),
    };
  },
});
