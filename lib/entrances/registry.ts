import type { AnyOperation } from "@/lib/access/operation";
import { exportActivity } from "@/lib/activity/export-activity";
import { listActivity } from "@/lib/activity/list-activity";
import { listActivityPeople } from "@/lib/activity/list-activity-people";
import { viewDashboard } from "@/lib/dashboard/view-dashboard";
import { listAccounts } from "@/lib/profile/list-accounts";
import { find } from "@/lib/search/find";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { closeTicket } from "@/lib/tickets/close-ticket";
import { listTickets } from "@/lib/tickets/list-tickets";
import { noteOnTicket } from "@/lib/tickets/note-on-ticket";
import { openTicket } from "@/lib/tickets/open-ticket";
import { reopenTicket } from "@/lib/tickets/reopen-ticket";
import { replyToTicket } from "@/lib/tickets/reply-to-ticket";
import { ticketChoices } from "@/lib/tickets/ticket-choices";
import { viewTicket } from "@/lib/tickets/view-ticket";

/** Every operation of the portal. A test proves that none is missing, and others try each as everybody. */
export const operations: readonly AnyOperation[] = [
  exportActivity,
  listActivity,
  listActivityPeople,
  viewDashboard,
  listAccounts,
  find,
  assignTicket,
  ticketChoices,
  closeTicket,
  listTickets,
  noteOnTicket,
  openTicket,
  reopenTicket,
  replyToTicket,
  viewTicket,
];
