import { Tabs } from "@/components/ui/tabs";

/** The tabs of Billing. The navigation has a single entry for all of them. */
export const billingViews = [
  { path: "/billing", label: "Overview" },
  { path: "/invoices", label: "Invoices" },
  { path: "/payments", label: "Payments" },
  { path: "/payment-methods", label: "Payment methods" },
  { path: "/credit-notes", label: "Account credit" },
  { path: "/statement", label: "Statement" },
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
    .map(({ path, label }) => ({ label, href: `${base}${path}`, active: path === active }));
  return <Tabs label="Billing" tabs={tabs} />;
}
