import type { Dashboard } from "@/lib/home/dashboard/schema";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { formatRelativeTime } from "@/lib/platform/kernel/format-relative-time";
import { listed } from "@/lib/platform/kernel/listed";
import { t } from "@/lib/platform/language/t";
import type { Need, NeedsContext } from "./need";

/** Unpaid invoices, and expired or expiring cards. */
export function billingNeeds({ invoices, cards = [] }: Dashboard, context: NeedsContext): Need[] {
  const { base, format } = context;
  const due = invoices && invoices.dueCount > 0 ? [invoiceNeed(invoices, context)] : [];
  const ending = cards.map(({ id, brand, last4, isDefault, endsAt, ended }): Need => {
    const date = formatDateTime(new Date(endsAt), "date", { ...format, timeZone: "UTC" });
    return {
      key: `card-${id}`,
      icon: "credit-card",
      tone: ended ? "danger" : "warning",
      title: ended
        ? t("{brand} •••• {last4} has expired", { brand, last4 })
        : t("{brand} •••• {last4} expires soon", { brand, last4 }),
      detail: [
        ended ? t("Expired {date}.", { date }) : t("Expires {date}.", { date }),
        ...(isDefault ? [t("This is your default payment method.")] : []),
      ].join(" "),
      href: `${base}/payment-methods`,
    };
  });
  return [...due, ...ending];
}

function invoiceNeed(invoices: NonNullable<Dashboard["invoices"]>, { base, now, format }: NeedsContext): Need {
  const { dueCount, overdueCount, totals, next } = invoices;
  const late = overdueCount > 0;
  const amounts = totals.map(({ amountMinor, currency }) => formatMoney(amountMinor, currency, format.locale));
  const first = next && { label: inWords(next, now, format.locale), href: `${base}/invoices/${next.id}` };
  return {
    key: "invoices",
    icon: "receipt",
    tone: late ? "danger" : "accent",
    title: late
      ? t("{count, plural, one {# invoice overdue} other {# invoices overdue}}", { count: overdueCount })
      : t("{count, plural, one {# invoice due} other {# invoices due}}", { count: dueCount }),
    detail: t("{amounts} across {count, plural, one {# open invoice} other {# open invoices}}", {
      amounts: listed(amounts),
      count: dueCount,
    }),
    href: `${base}/invoices?status=${late ? "overdue" : "unpaid"}`,
    items: first ? [first] : [],
  };
}

type Next = NonNullable<NonNullable<Dashboard["invoices"]>["next"]>;

function inWords({ number, left, dueAt }: Next, now: Date, locale: string): string {
  const at = new Date(dueAt);
  const values = {
    number,
    amount: formatMoney(left.amountMinor, left.currency, locale),
    time: formatRelativeTime(at, now),
  };
  return at < now ? t("{number}, {amount}, was due {time}", values) : t("{number}, {amount}, due {time}", values);
}
