import { type Tab, Tabs } from "@/components/ui/tabs";
import { withParams } from "@/components/ui/with-params";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const kinds = [
  ["spend", msg("Spend")],
  ["payments", msg("Payments")],
  ["outstanding", msg("Outstanding")],
  ["services", msg("By service")],
] as const;

export type ReportTabsProps = {
  /** The path of the reports. */
  base: string;
  /** A kind of billing report, or the reports about work and files. */
  active: string;
  /** Kept from one billing report to the next. */
  period?: { from: string; to: string };
  /** Whether the viewer may see the billing reports, which show amounts. */
  billing: boolean;
};

export function ReportTabs({ base, active, period, billing }: ReportTabsProps) {
  const ofBilling: Tab[] = kinds.map(([key, label]) => ({
    label: t(label),
    href: withParams(base, {}, { kind: key, ...period }),
    active: key === active,
  }));
  const work: Tab = { label: t("Work and files"), href: `${base}/workspace`, active: active === "workspace" };
  return <Tabs label={t("Reports")} tabs={[...(billing ? ofBilling : []), work]} />;
}
