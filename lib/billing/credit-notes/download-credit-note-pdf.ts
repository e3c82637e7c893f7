import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { loadCreditNote } from "./load-credit-note";

export const downloadCreditNotePdf = defineDownload({
  name: "credit-notes.download-pdf",
  permission: "billing.credit.view",
  scope: "account",
  summary: "Download a credit note as PDF",
  activity: "download a credit note",
  input: z.object({ creditNoteId: id }),
  http: { method: "GET", path: "/accounts/{accountId}/credit-notes/{creditNoteId}/pdf", file: "application/pdf" },
  async run(context, { creditNoteId }) {
    const note = await loadCreditNote(context, creditNoteId);
    return {
      filename: `${note.number}.pdf`,
      contentType: "application/pdf",
      body: new Rendering("credit-note", [note, context.account.number]),
    };
  },
});
