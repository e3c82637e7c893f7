import { CircleCheck } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import type { Dashboard } from "@/lib/home/dashboard/schema";

/** Says what would stand here, for this viewer. */
export function NothingNeeded({ dashboard }: { dashboard: Dashboard }) {
  const { invoices, cards, tickets, requests, services } = dashboard;
  const would = [
    invoices && "invoices to be paid",
    cards && "cards that expire",
    tickets && "answers to tickets",
    services && "services that stand still",
    requests && "requests of your people",
  ].filter((one) => typeof one === "string");
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(would);
  return (
    <EmptyState icon={<CircleCheck className="text-success-text" />} title="Nothing needs you">
      {list && `${list[0]?.toUpperCase()}${list.slice(1)} will stand here.`}
    </EmptyState>
  );
}
