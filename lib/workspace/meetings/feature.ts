import type { Feature } from "@/lib/platform/operations/feature";
import { addItem } from "./agenda/add-item";
import { moveItem } from "./agenda/move-item";
import { previewAgendaAudience } from "./agenda/preview-audience";
import { publishAgenda } from "./agenda/publish-agenda";
import { removeItem } from "./agenda/remove-item";
import { updateItem } from "./agenda/update-item";
import { viewRevision } from "./agenda/view-revision";
import { answerInvitation } from "./attendees/answer-invitation";
import { inviteAttendees } from "./attendees/invite-attendees";
import { recordAttendance } from "./attendees/record-attendance";
import { uninviteAttendee } from "./attendees/uninvite-attendee";
import { viewAsAttendee } from "./attendees/view-as-attendee";
import { readCalendar } from "./calendar/read-calendar";
import { removeFeed } from "./calendar/remove-feed";
import { setUpFeed } from "./calendar/set-up-feed";
import { viewCalendar } from "./calendar/view-calendar";
import { viewFeed } from "./calendar/view-feed";
import { cancelMeeting } from "./cancel-meeting";
import { createMeeting } from "./create-meeting";
import { deleteMeeting } from "./delete-meeting";
import { openFeature } from "./features/open-feature";
import { findItems } from "./find-items";
import { findMeetings } from "./find-meetings";
import { listMeetings } from "./list-meetings";
import { liveMeetings } from "./live-meetings";
import { meetingMailRecords } from "./mail/meeting-mail-records";
import { meetingChoices } from "./meeting-choices";
import { meetingNotifications } from "./meeting-notifications";
import { meetingsPart } from "./meetings-ahead";
import { meetingsReport } from "./meetings-report";
import { circulateMinutes } from "./minutes/circulate-minutes";
import { commentOnMinutes } from "./minutes/comment-on-minutes";
import { decideUnlock } from "./minutes/decide-unlock";
import { downloadMinutesPdf } from "./minutes/download-minutes-pdf";
import { requestUnlock } from "./minutes/request-unlock";
import { signMinutes } from "./minutes/sign-minutes";
import { viewItemMinutes } from "./minutes/view-item-minutes";
import { viewSignedMinutes } from "./minutes/view-signed-minutes";
import { writeMinutes } from "./minutes/write-minutes";
import { addPaper } from "./papers/add-paper";
import { attachToMeeting } from "./papers/attach-to-meeting";
import { detachFromMeeting } from "./papers/detach-from-meeting";
import { removePaper } from "./papers/remove-paper";
import { dismissItemConflict } from "./recusals/dismiss-item-conflict";
import { liftItemRecusal } from "./recusals/lift-item-recusal";
import { recuseFromItem } from "./recusals/recuse-from-item";
import { viewItemRecusals } from "./recusals/view-item-recusals";
import { remindOfMeetingsJob } from "./reminders/remind-of-meetings-job";
import { createType } from "./types/create-type";
import { deleteType } from "./types/delete-type";
import { listTypes } from "./types/list-types";
import { updateType } from "./types/update-type";
import { updateMeeting } from "./update-meeting";
import { viewMeeting } from "./view-meeting";

export const meetingsFeature: Feature = {
  name: "workspace/meetings",
  operations: [
    ...[
      listMeetings,
      viewMeeting,
      meetingChoices,
      viewCalendar,
      createMeeting,
      updateMeeting,
      cancelMeeting,
      deleteMeeting,
    ],
    ...[addItem, updateItem, moveItem, removeItem, previewAgendaAudience, publishAgenda, viewRevision],
    ...[inviteAttendees, uninviteAttendee, answerInvitation, recordAttendance, openFeature, viewAsAttendee],
    ...[addPaper, removePaper, attachToMeeting, detachFromMeeting],
    ...[viewItemRecusals, recuseFromItem, liftItemRecusal, dismissItemConflict],
    ...[writeMinutes, circulateMinutes, commentOnMinutes, signMinutes, viewSignedMinutes, requestUnlock, decideUnlock],
    ...[downloadMinutesPdf, viewItemMinutes],
    ...[viewFeed, setUpFeed, removeFeed, readCalendar],
    ...[listTypes, createType, updateType, deleteType],
  ],
  search: [findMeetings, findItems],
  dashboard: [meetingsPart],
  reports: [meetingsReport],
  live: [liveMeetings],
  notifications: meetingNotifications,
  notices: ["notices.workspace.receive"],
  mailRecords: meetingMailRecords,
  jobs: [remindOfMeetingsJob],
};
