import type { Feature } from "@/lib/platform/operations/feature";
import { viewDashboard } from "./dashboard/view-dashboard";
import { find } from "./search/find";

/** Built from all other features. */
export const homeFeature: Feature = { name: "home", operations: [viewDashboard, find] };
