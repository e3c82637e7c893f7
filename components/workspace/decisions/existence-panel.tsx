import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Panel } from "@/components/ui/panel";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { OutlineDetail } from "@/lib/workspace/decisions/schema";

/** For those who may not read it: that it exists, until when it is voted on, and why they see no more. */
export function ExistencePanel({ outline, format }: { outline: OutlineDetail; format: ViewerFormat }) {
  const { recusal, mine, voteBy, round } = outline;
  return (
    <div className="flex flex-col gap-4">
      {recusal ? (
        <Callout kind="warning" title={t("You are recused from this decision")}>
          <p>{recusal.reason}</p>
          <p>
            {rich(
              "{name} decided that on {date}. You neither see it nor vote, whatever your role, and you don't count for its quorum. Only its chair can change that.",
              {
                name: recusal.decidedByName,
                date: <DateTime value={recusal.decidedAt} format={format} />,
              },
            )}
          </p>
        </Callout>
      ) : (
        <Callout kind="info" title={t("The content is for those who are invited")}>
          {mine === "viewer"
            ? t(
                "You are invited without a vote, so you see its title, and when it is voted on. To read it, you need an invitation to vote.",
              )
            : t(
                "You see that this decision exists. Its title, its content and its votes are for those who are invited, whatever your role.",
              )}
        </Callout>
      )}
      <Panel>
        <KeyValueList
          items={[
            { label: t("Vote by"), value: <DateTime value={voteBy} style="deadline" format={format} /> },
            { label: t("Round"), value: String(round) },
          ]}
        />
      </Panel>
    </div>
  );
}
