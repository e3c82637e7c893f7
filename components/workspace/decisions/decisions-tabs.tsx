import { Tabs } from "@/components/ui/tabs";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

/** What the area has: the decisions, and the register of interests that recusals follow from. */
export const decisionViews = [
  { path: "/decisions", label: msg("Decisions") },
  { path: "/interests", label: msg("Interests") },
] as const;

type Path = (typeof decisionViews)[number]["path"];
export type DecisionsTabsProps = { base: string; active: Path; opens: (path: Path) => boolean };

export function DecisionsTabs({ base, active, opens }: DecisionsTabsProps) {
  const tabs = decisionViews
    .filter(({ path }) => opens(path))
    .map(({ path, label }) => ({ label: t(label), href: `${base}${path}`, active: path === active }));
  return <Tabs label={t("Decisions")} tabs={tabs} />;
}
