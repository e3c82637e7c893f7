import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { NotificationKind, NotificationRow, Seeing } from "@/lib/platform/operations/notification-kind";

const visible = (context: Seeing) => ({ invoice: { is: accessibleWhere(context, "billing.invoices.view") } });

const pathOf = ({ invoice }: NotificationRow): string => `/invoices/${invoice?.id}`;

/** New invoices. */
export const issuedInvoices: NotificationKind = {
  kind: "invoice-issued",
  notice: "notices.invoices.receive",
  visible,
  present: (row) => ({ title: t("New invoice {number}", numberOf(row)), detail: "", path: pathOf(row) }),
  why: msg("You receive invoices."),
};

/** Reminders of invoices that are due. */
export const invoiceReminders: NotificationKind = {
  kind: "invoice-reminder",
  notice: "notices.billing.receive",
  visible,
  present: (row) => ({
    title: t("Payment reminder for invoice {number}", numberOf(row)),
    detail: "",
    path: pathOf(row),
  }),
  why: msg("You receive billing notifications."),
};

const numberOf = ({ invoice }: NotificationRow) => ({ number: invoice?.number ?? "" });
