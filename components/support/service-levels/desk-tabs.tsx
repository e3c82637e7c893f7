import { Tabs } from "@/components/ui/tabs";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const views = [
  { path: "service-levels", label: msg("Service levels") },
  { path: "replies", label: msg("Canned replies") },
  { path: "tags", label: msg("Tags") },
] as const;

/** Tabs of what managers set up for the support desk. */
export function DeskTabs({ active }: { active: (typeof views)[number]["path"] }) {
  const tabs = views.map(({ path, label }) => ({
    label: t(label),
    href: `/staff/tickets/${path}`,
    active: path === active,
  }));
  return <Tabs label={t("Support desk settings")} tabs={tabs} />;
}
