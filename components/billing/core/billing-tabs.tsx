import { Tabs } from "@/components/ui/tabs";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

/** The tabs of Billing. The navigation has a single entry for all of them. */
export const billingViews = [
  { path: "/billing", label: msg("Overview") },
  { path: "/invoices", label: msg("Invoices") },
  { path: "/payments", label: msg("Payments") },
  { path: "/payment-methods", label: msg("Payment methods") },
  { path: "/credit-notes", label: msg("Account credit") },
  { path: "/statement", label: msg("Statement") },
] as const;

export type BillingView = (typeof billingViews)[number]["path"];

export type BillingTabsProps = {
  base: string;
  active: BillingView;
  /** Whether the viewer has a view. */
  opens: (path: BillingView) => boolean;
};

/** The Billing tabs this viewer has access to. */
export function BillingTabs({ base, active, opens }: BillingTabsProps) {
  const tabs = billingViews
    .filter(({ path }) => opens(path))
    .map(({ path, label }) => ({ label: t(label), href: `${base}${path}`, active: path === active }));
  return <Tabs label={t("Billing")} tabs={tabs} />;
}
