import type { Feature } from "@/lib/platform/operations/feature";
import { answerRoleRequest } from "./answer-role-request";
import { askForRole } from "./ask-for-role";
import { listRoleRequests } from "./list-role-requests";
import { roleRequestsPart } from "./requests-waiting";
import { roleMailForm } from "./role-mail-form";
import { viewRoleRequest } from "./view-role-request";
import { withdrawRoleRequest } from "./withdraw-role-request";

export const roleRequestsFeature: Feature = {
  name: "accounts/role-requests",
  operations: [askForRole, listRoleRequests, viewRoleRequest, answerRoleRequest, withdrawRoleRequest],
  dashboard: [roleRequestsPart],
  mailForms: [roleMailForm],
};
