import { Tabs } from "@/components/ui/tabs";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const views = [
  { path: "", label: msg("Seller") },
  { path: "/tax-rates", label: msg("Tax rates") },
  { path: "/coupons", label: msg("Coupons") },
] as const;

export type SetupView = (typeof views)[number]["path"];

/** Tabs of the billing setup. */
export function SetupTabs({ active }: { active: SetupView }) {
  const tabs = views.map(({ path, label }) => ({
    label: t(label),
    href: `/staff/billing-setup${path}`,
    active: path === active,
  }));
  return <Tabs label={t("Billing setup")} tabs={tabs} />;
}
