import type { Dashboard } from "@/lib/home/dashboard/schema";
import { t } from "@/lib/platform/language/t";
import type { Need, NeedsContext } from "./need";

/** What the viewer has to do, and what is overdue of all that they see. */
export function actionNeeds({ actions }: Dashboard, { base }: NeedsContext): Need[] {
  if (actions === undefined) return [];
  const href = `${base}/actions`;
  const { mine, mineCount, overdueCount } = actions;
  const late = mine.some(({ overdue }) => overdue);
  const own: Need = {
    key: "actions-mine",
    icon: "list-checks",
    tone: late ? "warning" : "accent",
    title: t("{count, plural, one {# action is assigned to you} other {# actions are assigned to you}}", {
      count: mineCount,
    }),
    href: `${href}?assignee=me&status=open`,
    items: mine.map(({ id, number, title }) => ({ href: `${href}/${id}`, label: `#${number} ${title}` })),
  };
  const overdue: Need = {
    key: "actions-overdue",
    icon: "list-checks",
    tone: "warning",
    title: t("{count, plural, one {# action is overdue} other {# actions are overdue}}", { count: overdueCount }),
    href: `${href}?due=overdue`,
  };
  return [...(mineCount > 0 ? [own] : []), ...(overdueCount > 0 ? [overdue] : [])];
}
