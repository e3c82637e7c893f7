import type { Dashboard } from "@/lib/home/dashboard/schema";
import { t } from "@/lib/platform/language/t";
import type { Need, NeedsContext } from "./need";

/** Open votes that wait for the viewer. */
export function decisionNeeds({ decisions }: Dashboard, { base }: NeedsContext): Need[] {
  if (!decisions || decisions.waitingCount === 0) return [];
  return [
    {
      key: "decisions",
      icon: "vote",
      tone: "warning",
      title: t(
        "{count, plural, one {# decision is waiting for your vote} other {# decisions are waiting for your vote}}",
        {
          count: decisions.waitingCount,
        },
      ),
      href: `${base}/decisions?state=open`,
      items: decisions.waiting.map(({ id, number, title }) => ({
        label: `#${number} ${title}`,
        href: `${base}/decisions/${id}`,
      })),
    },
  ];
}
