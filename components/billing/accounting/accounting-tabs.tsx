import { Tabs } from "@/components/ui/tabs";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const views = [
  { path: "", label: msg("Receivables") },
  { path: "/failed", label: msg("Failed payments") },
  { path: "/returned", label: msg("Refunds and credit notes") },
  { path: "/taxes", label: msg("Taxes") },
  { path: "/credits", label: msg("Account credit") },
  { path: "/exports", label: msg("Exports") },
] as const;

export type AccountingView = (typeof views)[number]["path"];

/** Tabs of the accounting console. */
export function AccountingTabs({ active }: { active: AccountingView }) {
  const tabs = views.map(({ path, label }) => ({
    label: t(label),
    href: `/staff/accounting${path}`,
    active: path === active,
  }));
  return <Tabs label={t("Accounting")} tabs={tabs} />;
}
