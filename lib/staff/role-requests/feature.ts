import type { Feature } from "@/lib/platform/operations/feature";
import { applyRoleRequest } from "./apply-role-request";
import { discardRoleRequest } from "./discard-role-request";
import { listRoleRequestQueue } from "./list-queue";
import { recordRoleRequest } from "./record-role-request";
import { viewRoleRequestDesk } from "./view-desk";
import { viewRoleRequestForm } from "./view-form";

export const roleRequestDeskFeature: Feature = {
  name: "staff/role-requests",
  operations: [
    listRoleRequestQueue,
    viewRoleRequestForm,
    recordRoleRequest,
    viewRoleRequestDesk,
    applyRoleRequest,
    discardRoleRequest,
  ],
};
