import type { Feature } from "@/lib/platform/operations/feature";
import { checkImport } from "./check-import";
import { exportImportProblems } from "./export-import-problems";
import { listImports } from "./list-imports";
import { startImport } from "./start-import";
import { viewImport } from "./view-import";

export const importFeature: Feature = {
  name: "staff/import",
  operations: [checkImport, listImports, viewImport, startImport, exportImportProblems],
};
