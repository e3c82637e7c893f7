import { randomUUID } from "node:crypto";
import { CalendarClock, FastForward, RotateCw } from "lucide-react";
import { personPage } from "@/app/page-context";
import { ClockProgress } from "@/components/billing/clock/clock-progress";
import { RunsTable } from "@/components/billing/clock/runs-table";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValueList } from "@/components/ui/key-value-list";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { advanceClock } from "@/lib/billing/clock/advance-clock";
import { viewClock } from "@/lib/billing/clock/view-clock";
import { jobInWords } from "@/lib/jobs/scheduled-jobs";

export const metadata = { title: "Clock" };

export default personPage(async ({ execute, action, actor }) => {
  const clock = await execute(viewClock, {});
  const advance = action(advanceClock, "/staff/clock");
  return (
    <>
      <PageHeader
        title="Clock"
        description="What billing takes for today, and what the jobs of the month did. Signing in, links and tickets keep the real time."
        actions={
          <ButtonLink href="/staff/clock" icon={<RotateCw />}>
            Refresh
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-4">
        <ClockProgress clock={clock} format={actor} />
        <Panel title="Time">
          <div className="flex flex-wrap items-end justify-between gap-4">
            <KeyValueList
              items={[
                { label: "For billing it is", value: <DateTime value={clock.now} style="long" format={actor} /> },
                { label: "Really it is", value: <DateTime value={clock.realNow} style="long" format={actor} /> },
              ]}
            />
            {clock.movable ? (
              <div className="flex flex-wrap gap-2">
                <OperationForm
                  action={advance}
                  hidden={{ to: "nextDay" }}
                  idempotencyKey={randomUUID()}
                  label="Advance to the next day"
                  submitLabel="Advance one day"
                  submitVariant="secondary"
                  pendingLabel="Sending it on…"
                />
                <OperationForm
                  action={advance}
                  hidden={{ to: "nextMonth" }}
                  idempotencyKey={randomUUID()}
                  label="Advance to the next month"
                  submitLabel="Advance to next month"
                  submitIcon={<FastForward />}
                  pendingLabel="Sending it on…"
                />
              </div>
            ) : (
              <p className="text-ink-soft">Only the clock of a demo can be moved.</p>
            )}
          </div>
        </Panel>
        <Panel title="What the jobs did" flush>
          <RunsTable
            runs={clock.runs}
            wordsOf={jobInWords}
            format={actor}
            empty={
              <EmptyState icon={<CalendarClock />} title="Nothing yet">
                Invoices that are issued, charges, reminders and whatever else the jobs do appear here.
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  );
});
