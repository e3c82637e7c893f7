import type { Feature } from "@/lib/platform/operations/feature";
import { viewDashboard } from "./dashboard/view-dashboard";
import { deleteExport } from "./exports/delete-export";
import { listExports } from "./exports/list-exports";
import { countUnread, countUnreadForStaff } from "./notifications/count-unread";
import { listNotificationsForStaff } from "./notifications/list-for-staff";
import { listNotifications } from "./notifications/list-notifications";
import { markAllRead } from "./notifications/mark-all-read";
import { markRead } from "./notifications/mark-read";
import { downloadReportTable } from "./reports/download-table";
import { viewReportParts } from "./reports/view-report-parts";
import { find } from "./search/find";

/** Built from all other features. */
export const homeFeature: Feature = {
  name: "home",
  operations: [
    viewDashboard,
    viewReportParts,
    downloadReportTable,
    find,
    listExports,
    deleteExport,
    countUnread,
    countUnreadForStaff,
    listNotifications,
    listNotificationsForStaff,
    markRead,
    markAllRead,
  ],
};
