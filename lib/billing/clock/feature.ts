import type { Feature } from "@/lib/platform/operations/feature";
import { advanceClock } from "./advance-clock";
import { viewClock } from "./view-clock";

export const clockFeature: Feature = {
  name: "billing/clock",
  operations: [advanceClock, viewClock],
};
