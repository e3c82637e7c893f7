import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { SidePanel } from "@/components/ui/side-panel";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { DueExplanation } from "@/lib/support/service-levels/schema";

export type DuePanelProps = { due: DueExplanation; format: ViewerFormat };

/** For staff: when a ticket is due, and why. Nothing without a target. */
export function DuePanel({ due, format }: DuePanelProps) {
  const { firstResponse, firstRespondedAt, resolution, closedAt, paused } = due;
  if (firstResponse === null && resolution === null) return null;
  return (
    <SidePanel title={t("Service level")}>
      <KeyValueList
        items={[
          ...(firstResponse
            ? [
                {
                  label: t("First response"),
                  value: firstRespondedAt ? (
                    <Done at={firstRespondedAt} dueAt={firstResponse.dueAt} format={format} />
                  ) : (
                    <Target target={firstResponse} paused={paused} format={format} />
                  ),
                },
              ]
            : []),
          ...(resolution
            ? [
                {
                  label: t("Resolution"),
                  value: closedAt ? (
                    <Done at={closedAt} dueAt={resolution.dueAt} format={format} />
                  ) : (
                    <Target target={resolution} paused={paused} format={format} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </SidePanel>
  );
}

/** A time on which a ticket's due date was met or missed. A stopped clock without a due time never reached it. */
function Done({ at, dueAt, format }: { at: string; dueAt: string | null; format: ViewerFormat }) {
  const time = <DateTime value={at} style="weekday" format={format} />;
  return dueAt !== null && dueAt < at ? rich("{time}, late", { time }) : rich("{time}, in time", { time });
}

type TargetProps = { target: NonNullable<DueExplanation["resolution"]>; paused: boolean; format: ViewerFormat };

/** When it is due, and below it how that is counted. */
function Target({ target, paused, format }: TargetProps) {
  const { targetMinutes, leftMinutes, from, dueAt } = target;
  const whole = businessTime(targetMinutes);
  if (leftMinutes === null || from === null || dueAt === null) {
    return paused ? t("{target}, paused while the customer's answer is awaited", { target: whole }) : whole;
  }
  const start = <DateTime value={from} style="weekday" format={format} />;
  return (
    <>
      <DateTime value={dueAt} style="weekday" format={format} />
      <span className="block text-sm text-ink-soft">
        {leftMinutes === targetMinutes
          ? rich("{target} from {from}", { target: whole, from: start })
          : rich("{left} left of {target} from {from}", {
              left: businessTime(leftMinutes),
              target: whole,
              from: start,
            })}
      </span>
    </>
  );
}

/** "2 business hours", "1 h 30 min of business time". */
function businessTime(exact: number): string {
  const minutes = Math.ceil(exact);
  if (minutes % 60 === 0) {
    return t("{count, plural, one {# business hour} other {# business hours}}", { count: minutes / 60 });
  }
  return minutes < 60
    ? t("{count, plural, one {# business minute} other {# business minutes}}", { count: minutes })
    : t("{hours} h {minutes} min of business time", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
