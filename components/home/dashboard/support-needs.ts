import type { Dashboard } from "@/lib/home/dashboard/schema";
import { t } from "@/lib/platform/language/t";
import type { Need, NeedsContext } from "./need";

/** Ticket replies to read, and suspended services. */
export function supportNeeds({ tickets, services }: Dashboard, { base }: NeedsContext): Need[] {
  const waiting: Need[] =
    tickets && tickets.waitingCount > 0
      ? [
          {
            key: "tickets",
            icon: "life-buoy",
            tone: "warning",
            title: t("{count, plural, one {# ticket awaiting your reply} other {# tickets awaiting your reply}}", {
              count: tickets.waitingCount,
            }),
            href: `${base}/tickets?status=answered`,
            items: tickets.waiting.map(({ id, number, subject }) => ({
              label: `#${number} ${subject}`,
              href: `${base}/tickets/${id}`,
            })),
          },
        ]
      : [];
  const suspended = (services?.suspended ?? []).map(
    ({ id, name }): Need => ({
      key: `service-${id}`,
      icon: "server-off",
      tone: "danger",
      title: t("{name} is suspended", { name }),
      href: `${base}/services/${id}`,
    }),
  );
  return [...waiting, ...suspended];
}
