import type { DashboardParts } from "@/lib/platform/operations/dashboard-part";

/** Parts the viewer can't see are absent, and so are empty ones. */
export type Dashboard = { readonly [P in keyof DashboardParts]?: DashboardParts[P] };
