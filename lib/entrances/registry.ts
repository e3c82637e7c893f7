import type { AnyOperation } from "@/lib/access/operation";
import { changeAreas } from "@/lib/account/change-areas";
import { closeAccount } from "@/lib/account/close-account";
import { previewClosing } from "@/lib/account/preview-closing";
import { updateProfile as updateAccountProfile } from "@/lib/account/update-profile";
import { viewAreas } from "@/lib/account/view-areas";
import { viewFrame } from "@/lib/account/view-frame";
import { viewNotices } from "@/lib/account/view-notices";
import { viewProfile as viewAccountProfile } from "@/lib/account/view-profile";
import { exportActivity } from "@/lib/activity/export-activity";
import { listActivity } from "@/lib/activity/list-activity";
import { listActivityPeople } from "@/lib/activity/list-activity-people";
import { viewDashboard } from "@/lib/dashboard/view-dashboard";
import { changePassword } from "@/lib/profile/change-password";
import { chooseNotices } from "@/lib/profile/choose-notices";
import { createToken } from "@/lib/profile/create-token";
import { listAccounts } from "@/lib/profile/list-accounts";
import { listHeldPermissions } from "@/lib/profile/list-held-permissions";
import { listNotices } from "@/lib/profile/list-notices";
import { listSessions } from "@/lib/profile/list-sessions";
import { listTokens } from "@/lib/profile/list-tokens";
import { requestEmailChange } from "@/lib/profile/request-email-change";
import { revokeSession } from "@/lib/profile/revoke-session";
import { revokeToken } from "@/lib/profile/revoke-token";
import { sendVerification } from "@/lib/profile/send-verification";
import { signOutEverywhere } from "@/lib/profile/sign-out-everywhere";
import { updateOwnProfile } from "@/lib/profile/update-own-profile";
import { viewOwnProfile } from "@/lib/profile/view-own-profile";
import { withdrawEmailChange } from "@/lib/profile/withdraw-email-change";
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
  viewAreas,
  changeAreas,
  closeAccount,
  viewFrame,
  viewNotices,
  previewClosing,
  updateAccountProfile,
  viewAccountProfile,
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
  changePassword,
  chooseNotices,
  createToken,
  listHeldPermissions,
  listNotices,
  requestEmailChange,
  revokeSession,
  revokeToken,
  sendVerification,
  listSessions,
  signOutEverywhere,
  listTokens,
  updateOwnProfile,
  viewOwnProfile,
  withdrawEmailChange,
];
