import type { Feature } from "@/lib/platform/operations/feature";
import { assignTicket } from "./assign-ticket";
import { closeTicket } from "./close-ticket";
import { findTickets } from "./find-tickets";
import { listTickets } from "./list-tickets";
import { liveTickets } from "./live-tickets";
import { noteOnTicket } from "./note-on-ticket";
import { openTicket } from "./open-ticket";
import { reopenTicket } from "./reopen-ticket";
import { replyToTicket } from "./reply-to-ticket";
import { ticketChoices } from "./ticket-choices";
import { ticketNotifications } from "./ticket-notifications";
import { ticketsPart } from "./tickets-waiting";
import { typeInTicket } from "./type-in-ticket";
import { viewTicket } from "./view-ticket";

export const ticketsFeature: Feature = {
  name: "support/tickets",
  operations: [
    assignTicket,
    closeTicket,
    listTickets,
    noteOnTicket,
    openTicket,
    reopenTicket,
    replyToTicket,
    ticketChoices,
    typeInTicket,
    viewTicket,
  ],
  search: [findTickets],
  dashboard: [ticketsPart],
  live: [liveTickets],
  notifications: [ticketNotifications],
  notices: ["notices.support.receive"],
};
