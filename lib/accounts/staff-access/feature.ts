import type { Feature } from "@/lib/platform/operations/feature";
import { closeStaffAccess } from "./close-staff-access";
import { endStaffAccessJob } from "./end-staff-access-job";
import { openStaffAccess } from "./open-staff-access";
import { viewStaffAccess } from "./view-staff-access";

export const staffAccessFeature: Feature = {
  name: "accounts/staff-access",
  operations: [closeStaffAccess, openStaffAccess, viewStaffAccess],
  jobs: [endStaffAccessJob],
};
