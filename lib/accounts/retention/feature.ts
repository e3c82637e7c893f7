import type { Feature } from "@/lib/platform/operations/feature";
import { forgetEventsJob } from "./forget-events-job";
import { setRetention } from "./set-retention";
import { viewKept } from "./view-kept";
import { viewRetention } from "./view-retention";

export const retentionFeature: Feature = {
  name: "accounts/retention",
  operations: [setRetention, viewKept, viewRetention],
  jobs: [forgetEventsJob],
};
