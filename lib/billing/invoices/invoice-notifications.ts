import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind, NotificationRow } from "@/lib/platform/operations/notification-kind";
import { seenWithRecord } from "@/lib/platform/operations/seen-with-record";

const seen = seenWithRecord("invoice", "billing.invoices.view");

const pathOf = ({ invoice }: NotificationRow): string => `/invoices/${invoice?.id}`;

/** New invoices. */
export const issuedInvoices: NotificationKind = {
  kind: "invoice-issued",
  notice: "notices.invoices.receive",
  ...seen,
  present: (row) => ({ title: t("New invoice {number}", numberOf(row)), detail: "", path: pathOf(row) }),
  why: msg("You receive invoices."),
};

/** Reminders of invoices that are due. */
export const invoiceReminders: NotificationKind = {
  kind: "invoice-reminder",
  notice: "notices.billing.receive",
  ...seen,
  present: (row) => ({
    title: t("Payment reminder for invoice {number}", numberOf(row)),
    detail: "",
    path: pathOf(row),
  }),
  why: msg("You receive billing notifications."),
};

const numberOf = ({ invoice }: NotificationRow) => ({ number: invoice?.number ?? "" });
