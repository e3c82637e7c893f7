import type { Feature } from "@/lib/platform/operations/feature";
import { viewOverview } from "./view-overview";

export const overviewFeature: Feature = {
  name: "billing/overview",
  operations: [viewOverview],
};
