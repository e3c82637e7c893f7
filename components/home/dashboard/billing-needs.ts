import type { Dashboard } from "@/lib/home/dashboard/schema";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { formatRelativeTime } from "@/lib/platform/kernel/format-relative-time";
import { counted, type Need, type NeedsContext } from "./need";

/** Unpaid invoices, and expired or expiring cards. */
export function billingNeeds({ invoices, cards = [] }: Dashboard, context: NeedsContext): Need[] {
  const { base, format } = context;
  const due = invoices && invoices.dueCount > 0 ? [invoiceNeed(invoices, context)] : [];
  const ending = cards.map(({ id, brand, last4, isDefault, endsAt, ended }): Need => {
    const day = formatDateTime(new Date(endsAt), "date", { ...format, timeZone: "UTC" });
    return {
      key: `card-${id}`,
      icon: "credit-card",
      tone: ended ? "danger" : "warning",
      title: `${brand} •••• ${last4} ${ended ? "has expired" : "expires soon"}`,
      detail: `${ended ? "Expired" : "Expires"} ${day}.${isDefault ? " This is your default payment method." : ""}`,
      href: `${base}/payment-methods`,
    };
  });
  return [...due, ...ending];
}

function invoiceNeed(invoices: NonNullable<Dashboard["invoices"]>, { base, now, format }: NeedsContext): Need {
  const { dueCount, overdueCount, totals, next } = invoices;
  const late = overdueCount > 0;
  const amounts = totals.map(({ amountMinor, currency }) => formatMoney(amountMinor, currency, format.locale));
  const first = next && {
    label: `${next.number}, ${formatMoney(next.left.amountMinor, next.left.currency, format.locale)}, ${new Date(next.dueAt) < now ? "was due" : "due"} ${formatRelativeTime(new Date(next.dueAt), now)}`,
    href: `${base}/invoices/${next.id}`,
  };
  return {
    key: "invoices",
    icon: "receipt",
    tone: late ? "danger" : "accent",
    title: late
      ? counted(overdueCount, "invoice overdue", "invoices overdue")
      : counted(dueCount, "invoice due", "invoices due"),
    detail: `${amounts.join(" and ")} across ${counted(dueCount, "open invoice", "open invoices")}`,
    href: `${base}/invoices?status=${late ? "overdue" : "unpaid"}`,
    items: first ? [first] : [],
  };
}
