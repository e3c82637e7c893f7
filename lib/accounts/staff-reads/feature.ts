import type { Feature } from "@/lib/platform/operations/feature";
import { exportReads } from "./export-reads";
import { listReadStaff } from "./list-read-staff";
import { listReads } from "./list-reads";

export const staffReadsFeature: Feature = {
  name: "accounts/staff-reads",
  operations: [exportReads, listReadStaff, listReads],
};
