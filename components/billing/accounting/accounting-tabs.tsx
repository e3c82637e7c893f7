import { Tabs } from "@/components/ui/tabs";

const views = [
  { path: "", label: "Receivables" },
  { path: "/failed", label: "Failed payments" },
  { path: "/returned", label: "Refunds and credit notes" },
  { path: "/taxes", label: "Taxes" },
  { path: "/credits", label: "Account credit" },
  { path: "/exports", label: "Exports" },
] as const;

export type AccountingView = (typeof views)[number]["path"];

/** Tabs of the accounting console. */
export function AccountingTabs({ active }: { active: AccountingView }) {
  const tabs = views.map(({ path, label }) => ({ label, href: `/staff/accounting${path}`, active: path === active }));
  return <Tabs label="Accounting" tabs={tabs} />;
}
