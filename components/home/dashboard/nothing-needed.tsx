import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { Dashboard } from "@/lib/home/dashboard/schema";

/** Lists what would appear here for this viewer. */
export function NothingNeeded({ dashboard }: { dashboard: Dashboard }) {
  const { invoices, cards, tickets, requests, services } = dashboard;
  const would = [
    invoices && "unpaid invoices",
    cards && "expiring cards",
    tickets && "ticket replies",
    services && "suspended services",
    requests && "access requests",
  ].filter((one) => typeof one === "string");
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(would);
  return (
    <EmptyState icon={<Icon name="circle-check" className="text-success-text" />} title="Nothing needs attention">
      {list && `${list[0]?.toUpperCase()}${list.slice(1)} will appear here.`}
    </EmptyState>
  );
}
