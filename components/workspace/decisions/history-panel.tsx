import { DateTime } from "@/components/ui/date-time";
import { Dotted } from "@/components/ui/dotted";
import { FoldedPanel } from "@/components/ui/folded-panel";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";

/** What happened to it, by whom and why. */
export function HistoryPanel({ decision, format }: { decision: DecisionDetail; format: ViewerFormat }) {
  return (
    <FoldedPanel title={t("History")}>
      <ol className="flex flex-col gap-2 text-sm">
        {decision.events.map(({ id, at, text, actorName, reason }) => (
          <li key={id} className="wrap-anywhere">
            <Dotted>
              <DateTime value={at} style="dateTime" format={format} />
              {text}
              {actorName && <span className="text-ink-soft">{actorName}</span>}
            </Dotted>
            {reason && <span className="block text-ink-soft">{reason}</span>}
          </li>
        ))}
      </ol>
    </FoldedPanel>
  );
}
