import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";

export type PeoplePanelProps = { decision: DecisionDetail; remind: FormAction; format: ViewerFormat };

/** Who is invited, who has voted, and who was reminded when. */
export function PeoplePanel({ decision, remind, format }: PeoplePanelProps) {
  const { id: decisionId, invited, chairName, state, allowed, progress } = decision;
  const missing = progress.eligible - progress.voted;
  return (
    <Panel title={t("People")} description={chairName && t("Chaired by {name}", { name: chairName })}>
      <ul className="divide-y divide-line">
        {invited.map((one) => (
          <li key={one.contactId} className="flex flex-wrap items-center justify-between gap-x-3 py-2">
            <span className="min-w-0 wrap-anywhere">
              {one.name}
              {one.reminded && state === "open" && !one.voted && (
                <span className="block text-sm text-ink-soft">
                  {rich("Reminded {time} by {name}", {
                    time: <DateTime value={one.reminded.at} style="dateTime" format={format} />,
                    name: one.reminded.byName ?? t("the portal"),
                  })}
                </span>
              )}
            </span>
            <PartBadge {...one} open={state === "open"} />
          </li>
        ))}
      </ul>
      {allowed.lead && state === "open" && missing > 0 && (
        <OperationForm
          action={remind}
          hidden={{ decisionId }}
          label={t("Remind")}
          submitLabel={t("Remind those who haven't voted")}
          submitVariant="secondary"
          doneMessage={t("They have been reminded.")}
          className="mt-3"
        />
      )}
    </Panel>
  );
}

type PartProps = Pick<DecisionDetail["invited"][number], "mayVote" | "recused" | "voted"> & { open: boolean };

function PartBadge({ mayVote, recused, voted, open }: PartProps) {
  if (recused) return <Badge tone="warning">{t("Recused")}</Badge>;
  if (!mayVote) return <Badge>{t("Without a vote")}</Badge>;
  if (voted) return <Badge tone="success">{t("Voted")}</Badge>;
  return <Badge>{open ? t("Hasn't voted") : t("Can vote")}</Badge>;
}
