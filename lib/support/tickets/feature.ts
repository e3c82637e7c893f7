import type { Feature } from "@/lib/platform/operations/feature";
import { askForRatingJob } from "./ask-for-rating-job";
import { assignTicket } from "./assign-ticket";
import { closeTicket } from "./close-ticket";
import { copyIn } from "./copy-in";
import { findTickets } from "./find-tickets";
import { holdReply } from "./hold-reply";
import { listCcSuggestions } from "./list-cc-suggestions";
import { listTickets } from "./list-tickets";
import { liveTickets } from "./live-tickets";
import { noteOnTicket } from "./note-on-ticket";
import { openTicket } from "./open-ticket";
import { rateTicket } from "./rate-ticket";
import { removeWatcher } from "./remove-watcher";
import { reopenTicket } from "./reopen-ticket";
import { replyHeldBack } from "./reply-held-back";
import { replyToTicket } from "./reply-to-ticket";
import { saveDraft } from "./save-draft";
import { saveNewDraft } from "./save-new-draft";
import { sendReply } from "./send-reply";
import { ticketChoices } from "./ticket-choices";
import { ticketMailRecords } from "./ticket-mail-records";
import { ticketMailStops } from "./ticket-mail-stops";
import { ticketNotifications } from "./ticket-notifications";
import { ticketsPart } from "./tickets-waiting";
import { typeInTicket } from "./type-in-ticket";
import { undoReply } from "./undo-reply";
import { viewTicket } from "./view-ticket";
import { watchTicket } from "./watch-ticket";

export const ticketsFeature: Feature = {
  name: "support/tickets",
  operations: [
    assignTicket,
    closeTicket,
    copyIn,
    holdReply,
    listCcSuggestions,
    listTickets,
    noteOnTicket,
    openTicket,
    rateTicket,
    removeWatcher,
    reopenTicket,
    replyToTicket,
    saveDraft,
    saveNewDraft,
    sendReply,
    ticketChoices,
    undoReply,
    typeInTicket,
    viewTicket,
    watchTicket,
  ],
  search: [findTickets],
  dashboard: [ticketsPart],
  jobs: [askForRatingJob],
  live: [liveTickets],
  notifications: [ticketNotifications, replyHeldBack],
  notices: ["notices.support.receive"],
  mailRecords: ticketMailRecords,
  mailStops: ticketMailStops,
};
