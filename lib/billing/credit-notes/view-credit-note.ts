import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loadCreditNote } from "./load-credit-note";
import { creditNoteDetail } from "./schema";

export const viewCreditNote = defineQuery({
  name: "credit-notes.view",
  permission: "billing.credit.view",
  scope: "account",
  summary: "View a credit note and how it was applied",
  activity: "view a credit note",
  input: z.object({ creditNoteId: id }),
  output: creditNoteDetail,
  http: { method: "GET", path: "/accounts/{accountId}/credit-notes/{creditNoteId}" },
  run: (context, { creditNoteId }) => loadCreditNote(context, creditNoteId),
});
