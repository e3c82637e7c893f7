import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import type { ClockView } from "@/lib/billing/clock/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

const DAY_MS = 86_400_000;

/** How long a day may take before the page stops polling; with no worker running it would poll forever. */
const untilNextDay = { everyMs: 1_000, times: 120 };

/** Progress of an advancing clock. It stays mounted when done, so screen readers announce the change. */
export function ClockProgress({ clock, format }: { clock: ClockView; format: ViewerFormat }) {
  const { walkTo, now, runs } = clock;
  return (
    <div role="status" className="empty:hidden">
      {walkTo && (
        <Callout
          title={t("Advancing, {days, plural, one {# day} other {# days}} to go", { days: daysLeft(now, walkTo) })}
        >
          {/* A new key restarts the polling limit: each day that passes and each job run shows the worker is alive. */}
          <AutoRefresh key={`${now.slice(0, 10)} ${runs[0]?.id}`} {...untilNextDay} />
          {rich("The worker is advancing the clock to {date}, a day at a time. This page updates automatically.", {
            date: <DateTime value={walkTo} style="long" format={format} />,
          })}
        </Callout>
      )}
    </div>
  );
}

const daysLeft = (now: string, walkTo: string): number =>
  Math.max(1, Math.ceil((Date.parse(walkTo) - Date.parse(now)) / DAY_MS));
