import type { Feature } from "@/lib/platform/operations/feature";
import { viewAccessChoices } from "./access-choices";
import { accessMailRecords } from "./access-mail-records";
import { addMany } from "./add-many";
import { answerRequest } from "./answer-request";
import { approveInvite } from "./approve-invite";
import { askForPermission } from "./ask-for-permission";
import { changeAccess } from "./change-access";
import { countRequests } from "./count-requests";
import { endRecordGrant } from "./end-record-grant";
import { viewInviteChoices } from "./invite-choices";
import { invitePerson } from "./invite-person";
import { listRequests } from "./list-requests";
import { viewNoticeChoices } from "./notice-choices";
import { listOwnRequests } from "./own-requests";
import { invitationsPart, requestsPart, unverifiedPart } from "./people-waiting";
import { previewChange } from "./preview-change";
import { requestNotifications } from "./request-notifications";
import { resendInvite } from "./resend-invite";
import { revokeInvite } from "./revoke-invite";
import { sendQueuedJob } from "./send-queued-job";
import { setTerm } from "./set-term";

export const accessFeature: Feature = {
  name: "accounts/access",
  operations: [
    addMany,
    approveInvite,
    viewAccessChoices,
    answerRequest,
    askForPermission,
    changeAccess,
    countRequests,
    endRecordGrant,
    viewInviteChoices,
    invitePerson,
    listRequests,
    viewNoticeChoices,
    listOwnRequests,
    previewChange,
    resendInvite,
    revokeInvite,
    setTerm,
  ],
  dashboard: [requestsPart, invitationsPart, unverifiedPart],
  notifications: [requestNotifications],
  jobs: [sendQueuedJob],
  mailRecords: accessMailRecords,
};
