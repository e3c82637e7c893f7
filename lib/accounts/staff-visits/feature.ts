import type { Feature } from "@/lib/platform/operations/feature";
import { answerVisit } from "./answer-visit";
import { changeApproval } from "./change-approval";
import { confirmEmergency } from "./confirm-emergency";
import { endVisits } from "./end-visits";
import { endVisitsJob } from "./end-visits-job";
import { leaveVisit } from "./leave-visit";
import { listOwnVisits } from "./list-own-visits";
import { listVisits } from "./list-visits";
import { startEmergency } from "./start-emergency";
import { startVisit } from "./start-visit";
import { viewApproval } from "./view-approval";
import { viewOwnVisit } from "./view-own-visit";
import { emergencies, visitAnswers, visitNotifications } from "./visit-notifications";

export const staffVisitsFeature: Feature = {
  name: "accounts/staff-visits",
  operations: [
    answerVisit,
    changeApproval,
    confirmEmergency,
    endVisits,
    leaveVisit,
    listOwnVisits,
    listVisits,
    startEmergency,
    startVisit,
    viewApproval,
    viewOwnVisit,
  ],
  notifications: [emergencies, visitAnswers, visitNotifications],
  jobs: [endVisitsJob],
};
