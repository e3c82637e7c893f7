import type { Feature } from "@/lib/platform/operations/feature";
import { exportActivity } from "./export-activity";
import { listActivity } from "./list-activity";
import { listActivityPeople } from "./list-activity-people";
import { activityPart } from "./recent-activity";

export const activityFeature: Feature = {
  name: "accounts/activity",
  operations: [exportActivity, listActivity, listActivityPeople],
  dashboard: [activityPart],
};
