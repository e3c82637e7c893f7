import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/kernel/viewer-format";
import type { Overview } from "@/lib/overview/schema";

export type RecentPanelProps = { recent: Overview["recent"]; base: string; format: ViewerFormat };

type Document = Overview["recent"][number];

export function RecentPanel({ recent, base, format }: RecentPanelProps) {
  return (
    <Panel title="Recent documents" flush>
      {recent.length === 0 && <p className="px-4 py-4 text-ink-soft">There are none yet.</p>}
      <ul className="divide-y divide-line">
        {recent.map((document) => (
          <li key={document.id} className="flex items-baseline justify-between gap-4 px-4 py-3">
            <span className="min-w-0 wrap-anywhere">
              <Title document={document} base={base} />
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

function Title({ document: { kind, id, title }, base }: { document: Document; base: string }) {
  if (kind === "payment") return title;
  return <TextLink href={`${base}/${kind === "invoice" ? "invoices" : "credit-notes"}/${id}`}>{title}</TextLink>;
}
