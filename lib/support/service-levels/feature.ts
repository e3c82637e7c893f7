import type { Feature } from "@/lib/platform/operations/feature";
import { explainDueTimes } from "./explain-due-times";
import { updateBusinessHours } from "./update-business-hours";
import { updateTargets } from "./update-targets";
import { viewServiceLevels } from "./view-service-levels";

export const serviceLevelsFeature: Feature = {
  name: "support/service-levels",
  operations: [explainDueTimes, updateBusinessHours, updateTargets, viewServiceLevels],
};
