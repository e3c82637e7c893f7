import { Tabs } from "@/components/ui/tabs";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const views = [
  { path: "", label: msg("Products") },
  { path: "/categories", label: msg("Categories") },
  { path: "/provisioning", label: msg("Provisioning") },
] as const;

type View = (typeof views)[number]["path"];

/** Tabs of the product catalogue for staff: those the viewer may open. */
export function CatalogueTabs({ active, opens }: { active: View; opens: (path: View) => boolean }) {
  const shown = views.filter(({ path }) => path === active || opens(path));
  const tabs = shown.map(({ path, label }) => ({
    label: t(label),
    href: `/staff/products${path}`,
    active: path === active,
  }));
  return <Tabs label={t("Products")} tabs={tabs} />;
}
