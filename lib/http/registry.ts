import { viewAccessChoices } from "@/lib/accounts/access/access-choices";
import { answerRequest } from "@/lib/accounts/access/answer-request";
import { askForPermission } from "@/lib/accounts/access/ask-for-permission";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { viewInviteChoices } from "@/lib/accounts/access/invite-choices";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import { listRequests } from "@/lib/accounts/access/list-requests";
import { viewNoticeChoices } from "@/lib/accounts/access/notice-choices";
import { listOwnRequests } from "@/lib/accounts/access/own-requests";
import { previewChange } from "@/lib/accounts/access/preview-change";
import { resendInvite } from "@/lib/accounts/access/resend-invite";
import { revokeInvite } from "@/lib/accounts/access/revoke-invite";
import { setTerm } from "@/lib/accounts/access/set-term";
import { exportActivity } from "@/lib/accounts/activity/export-activity";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listActivityPeople } from "@/lib/accounts/activity/list-activity-people";
import { acceptOwnership } from "@/lib/accounts/ownership/accept-ownership";
import { declineOwnership } from "@/lib/accounts/ownership/decline-ownership";
import { offerOwnership } from "@/lib/accounts/ownership/offer-ownership";
import { viewOwnership } from "@/lib/accounts/ownership/view-ownership";
import { withdrawOffer } from "@/lib/accounts/ownership/withdraw-offer";
import { addNonMember } from "@/lib/accounts/people/add-non-member";
import { exportPeople } from "@/lib/accounts/people/export-people";
import { listNonMembers } from "@/lib/accounts/people/list-non-members";
import { listPeople } from "@/lib/accounts/people/list-people";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { restorePerson } from "@/lib/accounts/people/restore-person";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { updateEmail } from "@/lib/accounts/people/update-email";
import { updateName } from "@/lib/accounts/people/update-name";
import { viewNonMember } from "@/lib/accounts/people/view-non-member";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { changeAreas } from "@/lib/accounts/settings/change-areas";
import { closeAccount } from "@/lib/accounts/settings/close-account";
import { previewClosing } from "@/lib/accounts/settings/preview-closing";
import { updateAccountProfile } from "@/lib/accounts/settings/update-profile";
import { viewAreas } from "@/lib/accounts/settings/view-areas";
import { viewFrame } from "@/lib/accounts/settings/view-frame";
import { viewNotices } from "@/lib/accounts/settings/view-notices";
import { viewAccountProfile } from "@/lib/accounts/settings/view-profile";
import { addTaxRate } from "@/lib/billing/accounting/add-tax-rate";
import { createCoupon } from "@/lib/billing/accounting/create-coupon";
import { endCoupon } from "@/lib/billing/accounting/end-coupon";
import { endTaxRate } from "@/lib/billing/accounting/end-tax-rate";
import { exportInvoices } from "@/lib/billing/accounting/export-invoices";
import { exportJournal } from "@/lib/billing/accounting/export-journal";
import { exportPayments } from "@/lib/billing/accounting/export-payments";
import { exportReceivables } from "@/lib/billing/accounting/export-receivables";
import { exportTaxes } from "@/lib/billing/accounting/export-taxes";
import { listCoupons } from "@/lib/billing/accounting/list-coupons";
import { listFailedPayments } from "@/lib/billing/accounting/list-failed-payments";
import { listHeldCredits } from "@/lib/billing/accounting/list-held-credits";
import { listReceivables } from "@/lib/billing/accounting/list-receivables";
import { listReturned } from "@/lib/billing/accounting/list-returned";
import { listTaxRates } from "@/lib/billing/accounting/list-tax-rates";
import { reportTaxes } from "@/lib/billing/accounting/report-taxes";
import { updateSeller } from "@/lib/billing/accounting/update-seller";
import { viewSeller } from "@/lib/billing/accounting/view-seller";
import { advanceClock } from "@/lib/billing/clock/advance-clock";
import { viewClock } from "@/lib/billing/clock/view-clock";
import { downloadCreditNotePdf } from "@/lib/billing/credit-notes/download-credit-note-pdf";
import { listCreditNotes } from "@/lib/billing/credit-notes/list-credit-notes";
import { viewCreditNote } from "@/lib/billing/credit-notes/view-credit-note";
import { creditInvoice } from "@/lib/billing/invoices/credit-invoice";
import { deleteDraft } from "@/lib/billing/invoices/delete-draft";
import { downloadInvoicePdf } from "@/lib/billing/invoices/download-invoice-pdf";
import { writeDraft } from "@/lib/billing/invoices/draft-invoice";
import { editDraft } from "@/lib/billing/invoices/edit-draft";
import { issueInvoice } from "@/lib/billing/invoices/issue-invoice";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { viewBillingDesk } from "@/lib/billing/invoices/view-billing-desk";
import { viewInvoice } from "@/lib/billing/invoices/view-invoice";
import { viewManagedInvoice } from "@/lib/billing/invoices/view-managed";
import { voidInvoiceByStaff } from "@/lib/billing/invoices/void-invoice";
import { writeOffInvoiceByStaff } from "@/lib/billing/invoices/write-off-invoice";
import { viewOverview } from "@/lib/billing/overview/view-overview";
import { beginSetup } from "@/lib/billing/payment-methods/begin-setup";
import { changeAutopay } from "@/lib/billing/payment-methods/change-autopay";
import { finishSetup } from "@/lib/billing/payment-methods/finish-setup";
import { listPaymentMethods } from "@/lib/billing/payment-methods/list-payment-methods";
import { makeDefault } from "@/lib/billing/payment-methods/make-default";
import { removeMethod } from "@/lib/billing/payment-methods/remove-method";
import { viewSetupChoices } from "@/lib/billing/payment-methods/setup-choices";
import { viewSetup } from "@/lib/billing/payment-methods/view-setup";
import { answerBank } from "@/lib/billing/payments/answer-bank";
import { cancelPayment } from "@/lib/billing/payments/cancel-payment";
import { checkPayment } from "@/lib/billing/payments/check-payment";
import { grantAccountCredit } from "@/lib/billing/payments/grant-account-credit";
import { listPayments } from "@/lib/billing/payments/list-payments";
import { pay } from "@/lib/billing/payments/pay";
import { previewPayment } from "@/lib/billing/payments/preview-payment";
import { recordTransfer } from "@/lib/billing/payments/record-transfer";
import { refundPayment } from "@/lib/billing/payments/refund-payment";
import { viewPayment } from "@/lib/billing/payments/view-payment";
import { viewRefundable } from "@/lib/billing/payments/view-refundable";
import { viewTransferDesk } from "@/lib/billing/payments/view-transfer-desk";
import { downloadReportCsv } from "@/lib/billing/reports/download-report-csv";
import { downloadReportPdf } from "@/lib/billing/reports/download-report-pdf";
import { viewReport } from "@/lib/billing/reports/view-report";
import { downloadStatementCsv } from "@/lib/billing/statements/download-statement-csv";
import { downloadStatementPdf } from "@/lib/billing/statements/download-statement-pdf";
import { viewStatement } from "@/lib/billing/statements/view-statement";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { find } from "@/lib/home/search/find";
import { changePassword } from "@/lib/identity/profile/change-password";
import { chooseNotices } from "@/lib/identity/profile/choose-notices";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { listNotices } from "@/lib/identity/profile/list-notices";
import { requestEmailChange } from "@/lib/identity/profile/request-email-change";
import { sendVerification } from "@/lib/identity/profile/send-verification";
import { updateOwnProfile } from "@/lib/identity/profile/update-own-profile";
import { viewOwnProfile } from "@/lib/identity/profile/view-own-profile";
import { withdrawEmailChange } from "@/lib/identity/profile/withdraw-email-change";
import { listSessions } from "@/lib/identity/sessions/list-sessions";
import { revokeSession } from "@/lib/identity/sessions/revoke-session";
import { signOutEverywhere } from "@/lib/identity/sessions/sign-out-everywhere";
import { createToken } from "@/lib/identity/tokens/create-token";
import { listHeldPermissions } from "@/lib/identity/tokens/list-held-permissions";
import { listTokens } from "@/lib/identity/tokens/list-tokens";
import { revokeToken } from "@/lib/identity/tokens/revoke-token";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { listProducts } from "@/lib/services/catalogue/list-products";
import { revealCredential } from "@/lib/services/login-details/reveal-credential";
import { cancelOrder } from "@/lib/services/orders/cancel-order";
import { orderService } from "@/lib/services/orders/order-service";
import { quoteOrder } from "@/lib/services/orders/quote-order";
import { viewOrder } from "@/lib/services/orders/view-order";
import { cancelService } from "@/lib/services/services/cancel-service";
import { changePlan } from "@/lib/services/services/change-plan";
import { completeSetUp } from "@/lib/services/services/complete-set-up";
import { keepPlan } from "@/lib/services/services/keep-plan";
import { listServices } from "@/lib/services/services/list-services";
import { listServicesToSetUp } from "@/lib/services/services/list-services-to-set-up";
import { viewPlanChoices } from "@/lib/services/services/plan-choices";
import { previewCancellation } from "@/lib/services/services/preview-cancellation";
import { previewPlan } from "@/lib/services/services/preview-plan";
import { renameService } from "@/lib/services/services/rename-service";
import { undoCancellation } from "@/lib/services/services/undo-cancellation";
import { viewService } from "@/lib/services/services/view-service";
import { viewSetUp } from "@/lib/services/services/view-set-up";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { giveRole } from "@/lib/staff/accounts/give-role";
import { listRoleChoices } from "@/lib/staff/accounts/role-choices";
import { searchAccounts } from "@/lib/staff/accounts/search-accounts";
import { transferOwnership } from "@/lib/staff/accounts/transfer-ownership";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { withdrawTransfer } from "@/lib/staff/accounts/withdraw-transfer";
import { listMail } from "@/lib/staff/mail/list-mail";
import { viewMail } from "@/lib/staff/mail/view-mail";
import { viewMailContents } from "@/lib/staff/mail/view-mail-contents";
import { addColleague } from "@/lib/staff/team/add-colleague";
import { changeColleague } from "@/lib/staff/team/change-colleague";
import { listTeam } from "@/lib/staff/team/list-team";
import { removeColleague } from "@/lib/staff/team/remove-colleague";
import { assignTicket } from "@/lib/support/tickets/assign-ticket";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { reopenTicket } from "@/lib/support/tickets/reopen-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { ticketChoices } from "@/lib/support/tickets/ticket-choices";
import { viewTicket } from "@/lib/support/tickets/view-ticket";

/** Every operation of the portal. A test proves that none is missing, and others try each as everybody. */
export const operations: readonly AnyOperation[] = [
  listReceivables,
  exportReceivables,
  listFailedPayments,
  listReturned,
  reportTaxes,
  exportTaxes,
  listHeldCredits,
  exportInvoices,
  exportPayments,
  exportJournal,
  viewSeller,
  updateSeller,
  listTaxRates,
  addTaxRate,
  endTaxRate,
  listCoupons,
  createCoupon,
  endCoupon,
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
  viewClock,
  advanceClock,
  viewOverview,
  downloadCreditNotePdf,
  listCreditNotes,
  viewCreditNote,
  viewDashboard,
  listInvoices,
  downloadInvoicePdf,
  viewInvoice,
  viewBillingDesk,
  writeDraft,
  editDraft,
  deleteDraft,
  issueInvoice,
  voidInvoiceByStaff,
  writeOffInvoiceByStaff,
  creditInvoice,
  viewManagedInvoice,
  recordTransfer,
  viewTransferDesk,
  grantAccountCredit,
  viewRefundable,
  refundPayment,
  acceptOwnership,
  declineOwnership,
  offerOwnership,
  viewOwnership,
  withdrawOffer,
  listPaymentMethods,
  beginSetup,
  viewSetup,
  viewSetupChoices,
  finishSetup,
  makeDefault,
  removeMethod,
  changeAutopay,
  listPayments,
  pay,
  previewPayment,
  viewPayment,
  checkPayment,
  cancelPayment,
  answerBank,
  viewAccessChoices,
  addNonMember,
  answerRequest,
  askForPermission,
  changeAccess,
  exportPeople,
  invitePerson,
  viewInviteChoices,
  listPeople,
  listNonMembers,
  viewNoticeChoices,
  listOwnRequests,
  previewChange,
  removePerson,
  listRequests,
  resendInvite,
  restorePerson,
  revokeInvite,
  setTerm,
  suspendPerson,
  updateEmail,
  updateName,
  viewPerson,
  viewNonMember,
  listAccounts,
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
  downloadReportCsv,
  downloadReportPdf,
  viewReport,
  downloadStatementCsv,
  downloadStatementPdf,
  viewStatement,
  find,
  cancelOrder,
  cancelService,
  undoCancellation,
  changePlan,
  completeSetUp,
  listServicesToSetUp,
  viewSetUp,
  keepPlan,
  viewPlanChoices,
  previewPlan,
  listServices,
  orderService,
  quoteOrder,
  previewCancellation,
  listProducts,
  renameService,
  revealCredential,
  viewService,
  viewOrder,
  viewStaffAccount,
  findAccounts,
  addColleague,
  changeColleague,
  giveRole,
  listMail,
  viewMailContents,
  viewMail,
  removeColleague,
  listRoleChoices,
  searchAccounts,
  listTeam,
  transferOwnership,
  withdrawTransfer,
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
