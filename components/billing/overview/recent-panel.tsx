import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { Overview } from "@/lib/billing/overview/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type RecentPanelProps = {
  recent: Overview["recent"];
  base: string;
  /** Whether the viewer can see payments. */
  paymentsOpen: boolean;
  format: ViewerFormat;
};

const paths: Record<Overview["recent"][number]["kind"], string> = {
  invoice: "invoices",
  creditNote: "credit-notes",
  payment: "payments",
};

export function RecentPanel({ recent, base, paymentsOpen, format }: RecentPanelProps) {
  return (
    <Panel title={t("Recent documents")} flush>
      {recent.length === 0 && <p className="px-4 py-4 text-ink-soft">{t("No documents yet.")}</p>}
      <ul className="divide-y divide-line">
        {recent.map((document) => (
          <li key={document.id} className="flex items-baseline justify-between gap-4 px-4 py-3">
            <span className="min-w-0 wrap-anywhere">
              {document.kind === "payment" && !paymentsOpen ? (
                document.title
              ) : (
                <TextLink href={`${base}/${paths[document.kind]}/${document.id}`}>{document.title}</TextLink>
              )}
              <span className="block text-sm text-ink-soft">
                <DateTime value={document.at} format={{ ...format, timeZone: "UTC" }} />
              </span>
            </span>
            <Money value={document.amount} format={format} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
