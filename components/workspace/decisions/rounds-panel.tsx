import { DateTime } from "@/components/ui/date-time";
import { Dotted } from "@/components/ui/dotted";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";

export type RoundsPanelProps = { decision: DecisionDetail; sheetHref: string; format: ViewerFormat };

/** Each time it was put to the vote, once there is more than one. */
export function RoundsPanel({ decision, sheetHref, format }: RoundsPanelProps) {
  if (decision.rounds.length < 2) return null;
  return (
    <Panel title={t("Rounds")}>
      <ol className="divide-y divide-line">
        {decision.rounds.map(({ number, openedAt, reason, hash, chosen }) => (
          <li key={number} className="py-2 wrap-anywhere">
            <Dotted>
              {hash ? (
                <TextLink href={`${sheetHref}?round=${number}`}>
                  {t("Round {number}", { number: String(number) })}
                </TextLink>
              ) : (
                t("Round {number}", { number: String(number) })
              )}
              <DateTime value={openedAt} format={format} />
              {hash && (chosen ?? t("No option is chosen"))}
            </Dotted>
            {reason && <span className="block text-sm text-ink-soft">{reason}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
