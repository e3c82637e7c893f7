import type { Feature } from "@/lib/platform/operations/feature";
import { actionMailRecords } from "./action-mail-records";
import { actionNotifications } from "./action-notifications";
import { actionsReport } from "./actions-report";
import { actionsPart } from "./actions-waiting";
import { commentOnAction } from "./comment-on-action";
import { createAction } from "./create-action";
import { createForItem } from "./create-for-item";
import { deleteComment } from "./delete-comment";
import { downloadActionsCsv } from "./download-csv";
import { downloadActionsPdf } from "./download-pdf";
import { editAction } from "./edit-action";
import { findActions } from "./find-actions";
import { listActions } from "./list-actions";
import { listHistory } from "./list-history";
import { listOfMeeting } from "./list-of-meeting";
import { liveActions } from "./live-actions";
import { remindJob } from "./remind-job";
import { reportProgress } from "./report-progress";
import { resendActionNotice } from "./resend-notice";
import { setActionStatus } from "./set-status";
import { viewAction } from "./view-action";
import { actionChoices } from "./view-choices";
import { viewDueDates } from "./view-due-dates";

export const actionsFeature: Feature = {
  name: "workspace/actions",
  operations: [
    commentOnAction,
    createAction,
    createForItem,
    deleteComment,
    downloadActionsCsv,
    downloadActionsPdf,
    editAction,
    listActions,
    listHistory,
    listOfMeeting,
    reportProgress,
    resendActionNotice,
    setActionStatus,
    viewAction,
    viewDueDates,
    actionChoices,
  ],
  search: [findActions],
  dashboard: [actionsPart],
  reports: [actionsReport],
  live: [liveActions],
  notifications: actionNotifications,
  notices: ["notices.workspace.receive"],
  jobs: [remindJob],
  mailRecords: actionMailRecords,
};
