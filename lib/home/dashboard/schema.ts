import type { DashboardParts } from "@/lib/platform/operations/dashboard-part";

/** Every part that the viewer may not see is absent, and so is one that has nothing to show. */
export type Dashboard = { readonly [P in keyof DashboardParts]?: DashboardParts[P] };
