import { Tabs } from "@/components/ui/tabs";

const views = [
  { path: "", label: "Seller" },
  { path: "/tax-rates", label: "Tax rates" },
  { path: "/coupons", label: "Coupons" },
] as const;

export type SetupView = (typeof views)[number]["path"];

/** Tabs of the billing setup. */
export function SetupTabs({ active }: { active: SetupView }) {
  const tabs = views.map(({ path, label }) => ({
    label,
    href: `/staff/billing-setup${path}`,
    active: path === active,
  }));
  return <Tabs label="Billing setup" tabs={tabs} />;
}
