import { Tabs } from "@/components/ui/tabs";
import type { Permission } from "@/lib/policy/permissions";

/** The tabs of Billing, each with the permission it needs. The navigation has a single entry for all of them. */
export const billingViews = [
  { path: "/billing", label: "Overview", permission: "billing.overview.view" },
  { path: "/invoices", label: "Invoices", permission: "billing.invoices.view" },
  { path: "/payments", label: "Payments", permission: "billing.invoices.view" },
  { path: "/payment-methods", label: "Payment methods", permission: "billing.payment-methods.view" },
  { path: "/credit-notes", label: "Account credit", permission: "billing.credit.view" },
  { path: "/statement", label: "Statement", permission: "billing.statements.view" },
] as const satisfies readonly { path: string; label: string; permission: Permission }[];

export type BillingTabsProps = {
  base: string;
  active: (typeof billingViews)[number]["path"];
  can: (permission: Permission) => boolean;
};

/** The Billing tabs this viewer has access to. */
export function BillingTabs({ base, active, can }: BillingTabsProps) {
  const tabs = billingViews
    .filter(({ permission }) => can(permission))
    .map(({ path, label }) => ({ label, href: `${base}${path}`, active: path === active }));
  return <Tabs label="Billing" tabs={tabs} />;
}
