import type { Feature } from "@/lib/platform/operations/feature";
import { addMembers } from "./add-members";
import { attachToDecision } from "./attach-to-decision";
import { castVote } from "./cast-vote";
import { closeDecision } from "./close-decision";
import { closeDueJob } from "./close-due-job";
import { commentOnDecision } from "./comment-on-decision";
import { createDecision } from "./create-decision";
import { decisionMailRecord } from "./decision-mail-record";
import { decisionComments, decisionResults, votesToCast } from "./decision-notifications";
import { decisionsReport } from "./decisions-report";
import { decisionsPart } from "./decisions-waiting";
import { detachFromDecision } from "./detach-from-decision";
import { dismissConflict } from "./dismiss-conflict";
import { downloadResult } from "./download-result";
import { downloadResultPdf } from "./download-result-pdf";
import { editDecision } from "./edit-decision";
import { extendDecision } from "./extend-decision";
import { findDecisions } from "./find-decisions";
import { findDecisionTexts } from "./find-texts";
import { liftRecusal } from "./lift-recusal";
import { listComments } from "./list-comments";
import { listDecisions } from "./list-decisions";
import { liveDecisions } from "./live-decisions";
import { openDecision } from "./open-decision";
import { previewAudience } from "./preview-audience";
import { recuse } from "./recuse";
import { remindDueJob } from "./remind-due-job";
import { remindVoters } from "./remind-voters";
import { startRound } from "./start-round";
import { takeChair } from "./take-chair";
import { decisionChoices } from "./view-choices";
import { viewDeadlines } from "./view-deadlines";
import { viewDecision } from "./view-decision";
import { memberChoices } from "./view-member-choices";
import { viewOutline } from "./view-outline";
import { viewResult } from "./view-result";
import { withdrawDecision } from "./withdraw-decision";

export const decisionsFeature: Feature = {
  name: "workspace/decisions",
  operations: [
    addMembers,
    attachToDecision,
    castVote,
    closeDecision,
    commentOnDecision,
    createDecision,
    decisionChoices,
    detachFromDecision,
    downloadResult,
    downloadResultPdf,
    editDecision,
    extendDecision,
    liftRecusal,
    listComments,
    listDecisions,
    memberChoices,
    openDecision,
    previewAudience,
    recuse,
    viewDeadlines,
    dismissConflict,
    remindVoters,
    startRound,
    takeChair,
    viewDecision,
    viewOutline,
    viewResult,
    withdrawDecision,
  ],
  search: [findDecisions, findDecisionTexts],
  dashboard: [decisionsPart],
  reports: [decisionsReport],
  jobs: [remindDueJob, closeDueJob],
  live: [liveDecisions],
  notifications: [votesToCast, decisionResults, decisionComments],
  notices: ["notices.workspace.receive"],
  mailRecords: [decisionMailRecord],
};
