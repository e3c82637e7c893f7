import type { Feature } from "@/lib/platform/operations/feature";
import { downloadCreditNotePdf } from "./download-credit-note-pdf";
import { listCreditNotes } from "./list-credit-notes";
import { viewCreditNote } from "./view-credit-note";

export const creditNotesFeature: Feature = {
  name: "billing/credit-notes",
  operations: [downloadCreditNotePdf, listCreditNotes, viewCreditNote],
};
