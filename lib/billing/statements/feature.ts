import type { Feature } from "@/lib/platform/operations/feature";
import { downloadStatementCsv } from "./download-statement-csv";
import { downloadStatementPdf } from "./download-statement-pdf";
import { viewStatement } from "./view-statement";

export const statementsFeature: Feature = {
  name: "billing/statements",
  operations: [downloadStatementCsv, downloadStatementPdf, viewStatement],
};
