import type { SettingsView } from "@/components/accounts/settings/settings-tabs";
import type { BillingView } from "@/components/billing/core/billing-tabs";
import { previewClosing } from "@/lib/accounts/settings/preview-closing";
import { viewAreas } from "@/lib/accounts/settings/view-areas";
import { viewNotices } from "@/lib/accounts/settings/view-notices";
import { viewAccountProfile } from "@/lib/accounts/settings/view-profile";
import { viewStaffAccess } from "@/lib/accounts/staff-access/view-staff-access";
import { listCreditNotes } from "@/lib/billing/credit-notes/list-credit-notes";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { viewOverview } from "@/lib/billing/overview/view-overview";
import { listPaymentMethods } from "@/lib/billing/payment-methods/list-payment-methods";
import { listPayments } from "@/lib/billing/payments/list-payments";
import { viewStatement } from "@/lib/billing/statements/view-statement";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { listDecisions } from "@/lib/workspace/decisions/list-decisions";
import { listInterests } from "@/lib/workspace/interests/list-interests";

/** The operation of each billing view: viewers who may execute it have the view. */
export const billingOperations: Readonly<Record<BillingView, AnyOperation>> = {
  "/billing": viewOverview,
  "/invoices": listInvoices,
  "/payments": listPayments,
  "/payment-methods": listPaymentMethods,
  "/credit-notes": listCreditNotes,
  "/statement": viewStatement,
};

/** The same for decisions. */
export const decisionOperations = {
  "/decisions": listDecisions,
  "/interests": listInterests,
} as const satisfies Record<string, AnyOperation>;

/** The same for account settings. */
export const settingsOperations: Readonly<Record<SettingsView, AnyOperation>> = {
  "": viewAccountProfile,
  "/notices": viewNotices,
  "/areas": viewAreas,
  "/staff-access": viewStaffAccess,
  "/close": previewClosing,
};
