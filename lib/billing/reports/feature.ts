import type { Feature } from "@/lib/platform/operations/feature";
import { downloadReportCsv } from "./download-report-csv";
import { downloadReportPdf } from "./download-report-pdf";
import { viewReport } from "./view-report";

export const reportsFeature: Feature = {
  name: "billing/reports",
  operations: [downloadReportCsv, downloadReportPdf, viewReport],
};
