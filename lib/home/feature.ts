import type { Feature } from "@/lib/platform/operations/feature";
import { viewDashboard } from "./dashboard/view-dashboard";
import { deleteExport } from "./exports/delete-export";
import { listExports } from "./exports/list-exports";
import { find } from "./search/find";

/** Built from all other features. */
export const homeFeature: Feature = { name: "home", operations: [viewDashboard, find, listExports, deleteExport] };
