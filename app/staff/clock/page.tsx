import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { ClockProgress } from "@/components/billing/clock/clock-progress";
import { RunsTable } from "@/components/billing/clock/runs-table";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { KeyValueList } from "@/components/ui/key-value-list";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { advanceClock } from "@/lib/billing/clock/advance-clock";
import { viewClock } from "@/lib/billing/clock/view-clock";
import { jobInWords } from "@/lib/jobs/scheduled-jobs";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Clock") });

export default personPage(async ({ execute, action, actor }) => {
  const clock = await execute(viewClock, {});
  const advance = action(advanceClock, "/staff/clock");
  return (
    <>
      <PageHeader
        title={t("Clock")}
        description={t(
          "The date billing uses, and recent runs of the scheduled jobs. Sign-in, links and tickets use the actual time.",
        )}
        actions={
          <ButtonLink href="/staff/clock" icon={<Icon name="rotate-cw" />}>
            {t("Refresh")}
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-4">
        <ClockProgress clock={clock} format={actor} />
        <Panel title={t("Time@@clock")}>
          <div className="flex flex-wrap items-end justify-between gap-4">
            <KeyValueList
              items={[
                { label: t("Billing date"), value: <DateTime value={clock.now} style="long" format={actor} /> },
                { label: t("Actual date"), value: <DateTime value={clock.realNow} style="long" format={actor} /> },
              ]}
            />
            {clock.movable ? (
              <div className="flex flex-wrap gap-2">
                <OperationForm
                  action={advance}
                  hidden={{ to: "nextDay" }}
                  idempotencyKey={randomUUID()}
                  label={t("Advance to the next day")}
                  submitLabel={t("Advance one day")}
                  submitVariant="secondary"
                  pendingLabel={t("Advancing…")}
                />
                <OperationForm
                  action={advance}
                  hidden={{ to: "nextMonth" }}
                  idempotencyKey={randomUUID()}
                  label={t("Advance to the next month")}
                  submitLabel={t("Advance to next month")}
                  submitIcon={<Icon name="fast-forward" />}
                  pendingLabel={t("Advancing…")}
                />
              </div>
            ) : (
              <p className="text-ink-soft">{t("The clock can only be moved in a demo.")}</p>
            )}
          </div>
        </Panel>
        <Panel title={t("Job runs")} flush>
          <RunsTable
            runs={clock.runs}
            wordsOf={jobInWords}
            format={actor}
            empty={
              <EmptyState icon={<Icon name="calendar-clock" />} title={t("No job runs yet")}>
                {t("Issued invoices, charges, reminders and other scheduled work appear here.")}
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  );
});
