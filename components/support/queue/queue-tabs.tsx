import { Tabs } from "@/components/ui/tabs";
import { withParams } from "@/components/ui/with-params";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { currentCode, t } from "@/lib/platform/language/t";
import { type QueueView, queueViews } from "@/lib/support/queue/schema";
import { viewWords } from "./queue-words";

export type QueueTabsProps = {
  href: string;
  /** None while searching: a search looks in all tickets. */
  active?: QueueView;
  department?: string;
  counts: Partial<Record<QueueView, number>>;
};

/** The views of the queue with what is in them. */
export function QueueTabs({ href, active, department, counts }: QueueTabsProps) {
  const tabs = queueViews.map((view) => ({
    label: t(viewWords[view]),
    href: withParams(href, {}, { view, department }),
    active: view === active,
    count: inWords(counts[view]),
  }));
  return <Tabs label={t("Views@@tickets")} tabs={tabs} />;
}

/** Counting stops at a thousand. */
function inWords(count: number | undefined): string | undefined {
  if (count === undefined) return undefined;
  return count >= COUNT_LIMIT - 1 ? `${count.toLocaleString(currentCode())}+` : String(count);
}
