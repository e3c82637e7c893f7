import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";
import { BallotForm } from "./ballot-form";

export type VotePanelProps = { decision: DecisionDetail; vote: FormAction; format: ViewerFormat };

/** While the vote is open: until when, how many have voted, and the viewer's own vote. What others chose is not shown. */
export function VotePanel({ decision, vote, format }: VotePanelProps) {
  const { progress, voteBy, timeZone, myVote, options, allowed } = decision;
  const { voted, eligible } = progress;
  const inZone = { ...format, timeZone };
  return (
    <Panel title={t("Vote")}>
      <div className="flex flex-col gap-4">
        <p>
          {rich("Vote by {time}", { time: <DateTime value={voteBy} style="deadline" format={format} /> })}
          {timeZone !== format.timeZone && (
            <span className="block text-sm text-ink-soft">
              {rich("That is {time}, where it was set.", {
                time: <DateTime value={voteBy} style="deadline" format={inZone} />,
              })}
            </span>
          )}
        </p>
        <div>
          <Progress label={t("Votes")} value={eligible === 0 ? 0 : Math.round((voted / eligible) * 100)} />
          <p className="mt-1 text-sm text-ink-soft">
            {t("{voted} of {eligible} have voted.", { voted: String(voted), eligible: String(eligible) })}
          </p>
        </div>
        {allowed.vote && <BallotForm decision={decision} vote={vote} />}
        {myVote && (
          <Callout
            kind="success"
            title={t("You voted for “{option}”.", {
              option: options.find(({ position }) => position === myVote.position)?.text ?? "",
            })}
          >
            {rich("Your receipt is {receipt}. Use it to find your vote in the result. Nobody else knows it.", {
              receipt: <code className="font-mono text-ink">{myVote.receipt}</code>,
            })}
          </Callout>
        )}
      </div>
    </Panel>
  );
}
