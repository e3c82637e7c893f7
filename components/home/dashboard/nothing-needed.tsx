import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { Dashboard } from "@/lib/home/dashboard/schema";
import { listed } from "@/lib/platform/kernel/listed";
import { t } from "@/lib/platform/language/t";

/** Lists what would appear here for this viewer. */
export function NothingNeeded({ dashboard }: { dashboard: Dashboard }) {
  const { invoices, cards, tickets, requests, services, discussions, actions } = dashboard;
  const would = [
    invoices && t("unpaid invoices"),
    cards && t("expiring cards"),
    tickets && t("ticket replies"),
    services && t("suspended services"),
    discussions && t("unread posts"),
    requests && t("access requests"),
    actions && t("actions to do"),
  ].filter((one) => typeof one === "string");
  const [first = "", ...rest] = listed(would);
  const list = `${first.toUpperCase()}${rest.join("")}`;
  return (
    <EmptyState icon={<Icon name="circle-check" className="text-success-text" />} title={t("Nothing needs attention")}>
      {list && t("{list} will appear here.", { list })}
    </EmptyState>
  );
}
