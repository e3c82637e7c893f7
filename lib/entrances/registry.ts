import type { AnyOperation } from "@/lib/access/operation";
import { changeAreas } from "@/lib/account/change-areas";
import { closeAccount } from "@/lib/account/close-account";
import { previewClosing } from "@/lib/account/preview-closing";
import { updateAccountProfile } from "@/lib/account/update-profile";
import { viewAreas } from "@/lib/account/view-areas";
import { viewFrame } from "@/lib/account/view-frame";
import { viewNotices } from "@/lib/account/view-notices";
import { viewAccountProfile } from "@/lib/account/view-profile";
import { addTaxRate } from "@/lib/accounting/add-tax-rate";
import { createCoupon } from "@/lib/accounting/create-coupon";
import { endCoupon } from "@/lib/accounting/end-coupon";
import { endTaxRate } from "@/lib/accounting/end-tax-rate";
import { exportInvoices } from "@/lib/accounting/export-invoices";
import { exportJournal } from "@/lib/accounting/export-journal";
import { exportPayments } from "@/lib/accounting/export-payments";
import { exportReceivables } from "@/lib/accounting/export-receivables";
import { exportTaxes } from "@/lib/accounting/export-taxes";
import { listCoupons } from "@/lib/accounting/list-coupons";
import { listFailedPayments } from "@/lib/accounting/list-failed-payments";
import { listHeldCredits } from "@/lib/accounting/list-held-credits";
import { listReceivables } from "@/lib/accounting/list-receivables";
import { listReturned } from "@/lib/accounting/list-returned";
import { listTaxRates } from "@/lib/accounting/list-tax-rates";
import { reportTaxes } from "@/lib/accounting/report-taxes";
import { updateSeller } from "@/lib/accounting/update-seller";
import { viewSeller } from "@/lib/accounting/view-seller";
import { exportActivity } from "@/lib/activity/export-activity";
import { listActivity } from "@/lib/activity/list-activity";
import { listActivityPeople } from "@/lib/activity/list-activity-people";
import { advanceClock } from "@/lib/clock/advance-clock";
import { viewClock } from "@/lib/clock/view-clock";
import { downloadCreditNotePdf } from "@/lib/credit-notes/download-credit-note-pdf";
import { listCreditNotes } from "@/lib/credit-notes/list-credit-notes";
import { viewCreditNote } from "@/lib/credit-notes/view-credit-note";
import { viewDashboard } from "@/lib/dashboard/view-dashboard";
import { creditInvoice } from "@/lib/invoices/credit-invoice";
import { deleteDraft } from "@/lib/invoices/delete-draft";
import { downloadInvoicePdf } from "@/lib/invoices/download-invoice-pdf";
import { writeDraft } from "@/lib/invoices/draft-invoice";
import { editDraft } from "@/lib/invoices/edit-draft";
import { issueInvoice } from "@/lib/invoices/issue-invoice";
import { listInvoices } from "@/lib/invoices/list-invoices";
import { viewBillingDesk } from "@/lib/invoices/view-billing-desk";
import { viewInvoice } from "@/lib/invoices/view-invoice";
import { viewManagedInvoice } from "@/lib/invoices/view-managed";
import { voidInvoiceByStaff } from "@/lib/invoices/void-invoice";
import { writeOffInvoiceByStaff } from "@/lib/invoices/write-off-invoice";
import { viewOverview } from "@/lib/overview/view-overview";
import { acceptOwnership } from "@/lib/ownership/accept-ownership";
import { declineOwnership } from "@/lib/ownership/decline-ownership";
import { offerOwnership } from "@/lib/ownership/offer-ownership";
import { viewOwnership } from "@/lib/ownership/view-ownership";
import { withdrawOffer } from "@/lib/ownership/withdraw-offer";
import { beginSetup } from "@/lib/payment-methods/begin-setup";
import { changeAutopay } from "@/lib/payment-methods/change-autopay";
import { finishSetup } from "@/lib/payment-methods/finish-setup";
import { listPaymentMethods } from "@/lib/payment-methods/list-payment-methods";
import { makeDefault } from "@/lib/payment-methods/make-default";
import { removeMethod } from "@/lib/payment-methods/remove-method";
import { viewSetupChoices } from "@/lib/payment-methods/setup-choices";
import { viewSetup } from "@/lib/payment-methods/view-setup";
import { answerBank } from "@/lib/payments/answer-bank";
import { cancelPayment } from "@/lib/payments/cancel-payment";
import { checkPayment } from "@/lib/payments/check-payment";
import { grantAccountCredit } from "@/lib/payments/grant-account-credit";
import { listPayments } from "@/lib/payments/list-payments";
import { pay } from "@/lib/payments/pay";
import { previewPayment } from "@/lib/payments/preview-payment";
import { recordTransfer } from "@/lib/payments/record-transfer";
import { refundPayment } from "@/lib/payments/refund-payment";
import { viewPayment } from "@/lib/payments/view-payment";
import { viewRefundable } from "@/lib/payments/view-refundable";
import { viewTransferDesk } from "@/lib/payments/view-transfer-desk";
import { viewAccessChoices } from "@/lib/people/access-choices";
import { addNonMember } from "@/lib/people/add-non-member";
import { answerRequest } from "@/lib/people/answer-request";
import { askForPermission } from "@/lib/people/ask-for-permission";
import { changeAccess } from "@/lib/people/change-access";
import { exportPeople } from "@/lib/people/export-people";
import { viewInviteChoices } from "@/lib/people/invite-choices";
import { invitePerson } from "@/lib/people/invite-person";
import { listNonMembers } from "@/lib/people/list-non-members";
import { listPeople } from "@/lib/people/list-people";
import { listRequests } from "@/lib/people/list-requests";
import { viewNoticeChoices } from "@/lib/people/notice-choices";
import { listOwnRequests } from "@/lib/people/own-requests";
import { previewChange } from "@/lib/people/preview-change";
import { removePerson } from "@/lib/people/remove-person";
import { resendInvite } from "@/lib/people/resend-invite";
import { restorePerson } from "@/lib/people/restore-person";
import { revokeInvite } from "@/lib/people/revoke-invite";
import { setTerm } from "@/lib/people/set-term";
import { suspendPerson } from "@/lib/people/suspend-person";
import { updateEmail } from "@/lib/people/update-email";
import { updateName } from "@/lib/people/update-name";
import { viewNonMember } from "@/lib/people/view-non-member";
import { viewPerson } from "@/lib/people/view-person";
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
import { downloadReportCsv } from "@/lib/reports/download-report-csv";
import { downloadReportPdf } from "@/lib/reports/download-report-pdf";
import { viewReport } from "@/lib/reports/view-report";
import { find } from "@/lib/search/find";
import { cancelOrder } from "@/lib/services/cancel-order";
import { cancelService } from "@/lib/services/cancel-service";
import { changePlan } from "@/lib/services/change-plan";
import { keepPlan } from "@/lib/services/keep-plan";
import { listProducts } from "@/lib/services/list-products";
import { listServices } from "@/lib/services/list-services";
import { orderService } from "@/lib/services/order-service";
import { viewPlanChoices } from "@/lib/services/plan-choices";
import { previewCancellation } from "@/lib/services/preview-cancellation";
import { previewPlan } from "@/lib/services/preview-plan";
import { quoteOrder } from "@/lib/services/quote-order";
import { renameService } from "@/lib/services/rename-service";
import { revealCredential } from "@/lib/services/reveal-credential";
import { undoCancellation } from "@/lib/services/undo-cancellation";
import { viewOrder } from "@/lib/services/view-order";
import { viewService } from "@/lib/services/view-service";
import { addColleague } from "@/lib/staff/add-colleague";
import { changeColleague } from "@/lib/staff/change-colleague";
import { findAccounts } from "@/lib/staff/find-accounts";
import { giveRole } from "@/lib/staff/give-role";
import { listMail } from "@/lib/staff/list-mail";
import { listTeam } from "@/lib/staff/list-team";
import { removeColleague } from "@/lib/staff/remove-colleague";
import { listRoleChoices } from "@/lib/staff/role-choices";
import { searchAccounts } from "@/lib/staff/search-accounts";
import { transferOwnership } from "@/lib/staff/transfer-ownership";
import { viewStaffAccount } from "@/lib/staff/view-account";
import { viewMail } from "@/lib/staff/view-mail";
import { viewMailContents } from "@/lib/staff/view-mail-contents";
import { withdrawTransfer } from "@/lib/staff/withdraw-transfer";
import { downloadStatementCsv } from "@/lib/statements/download-statement-csv";
import { downloadStatementPdf } from "@/lib/statements/download-statement-pdf";
import { viewStatement } from "@/lib/statements/view-statement";
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
