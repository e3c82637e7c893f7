import type { Dashboard } from "@/lib/home/dashboard/schema";
import { counted, type Need, type NeedsContext } from "./need";

/** Ticket replies to read, and suspended services. */
export function supportNeeds({ tickets, services }: Dashboard, { base }: NeedsContext): Need[] {
  const waiting: Need[] =
    tickets && tickets.waitingCount > 0
      ? [
          {
            key: "tickets",
            icon: "life-buoy",
            tone: "warning",
            title: counted(tickets.waitingCount, "ticket awaiting your reply", "tickets awaiting your reply"),
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
      title: `${name} is suspended`,
      href: `${base}/services/${id}`,
    }),
  );
  return [...waiting, ...suspended];
}
