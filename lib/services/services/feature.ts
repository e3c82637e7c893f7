import type { Feature } from "@/lib/platform/operations/feature";
import { cancelService } from "./cancel-service";
import { changePlan } from "./change-plan";
import { completeSetUp } from "./complete-set-up";
import { endServicesJob } from "./end-services-job";
import { findServices } from "./find-services";
import { keepPlan } from "./keep-plan";
import { listServices } from "./list-services";
import { listServicesToSetUp } from "./list-services-to-set-up";
import { viewPlanChoices } from "./plan-choices";
import { previewCancellation } from "./preview-cancellation";
import { previewPlan } from "./preview-plan";
import { renameService } from "./rename-service";
import { serviceMailRecord } from "./service-mail-record";
import { servicesPart } from "./services-soon";
import { undoCancellation } from "./undo-cancellation";
import { viewService } from "./view-service";
import { viewSetUp } from "./view-set-up";

export const servicesFeature: Feature = {
  name: "services/services",
  operations: [
    listServicesToSetUp,
    completeSetUp,
    viewSetUp,
    cancelService,
    changePlan,
    keepPlan,
    listServices,
    viewPlanChoices,
    previewCancellation,
    previewPlan,
    renameService,
    undoCancellation,
    viewService,
  ],
  search: [findServices],
  dashboard: [servicesPart],
  jobs: [endServicesJob],
  notices: ["notices.services.receive"],
  mailRecords: [serviceMailRecord],
};
