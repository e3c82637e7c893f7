import type { Feature } from "@/lib/platform/operations/feature";
import { creditInvoice } from "./credit-invoice";
import { deleteDraft } from "./delete-draft";
import { downloadInvoicePdf } from "./download-invoice-pdf";
import { writeDraft } from "./draft-invoice";
import { editDraft } from "./edit-draft";
import { findInvoices } from "./find-invoices";
import { invoiceReminders, issuedInvoices } from "./invoice-notifications";
import { invoicesPart } from "./invoices-due";
import { issueInvoice } from "./issue-invoice";
import { listInvoices } from "./list-invoices";
import { liveInvoices } from "./live-invoices";
import { previewIssue } from "./preview-issue";
import { viewBillingDesk } from "./view-billing-desk";
import { viewInvoice } from "./view-invoice";
import { viewManagedInvoice } from "./view-managed";
import { voidInvoiceByStaff } from "./void-invoice";
import { writeOffInvoiceByStaff } from "./write-off-invoice";

export const invoicesFeature: Feature = {
  name: "billing/invoices",
  operations: [
    previewIssue,
    creditInvoice,
    deleteDraft,
    downloadInvoicePdf,
    writeDraft,
    editDraft,
    issueInvoice,
    listInvoices,
    viewBillingDesk,
    viewInvoice,
    viewManagedInvoice,
    voidInvoiceByStaff,
    writeOffInvoiceByStaff,
  ],
  search: [findInvoices],
  dashboard: [invoicesPart],
  live: [liveInvoices],
  notifications: [issuedInvoices, invoiceReminders],
};
