import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import type { ClockView } from "@/lib/billing/clock/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

const DAY_MS = 86_400_000;

/** How long a day may take before the page stops asking: a worker that is not there would be asked for ever. */
const untilNextDay = { everyMs: 1_000, times: 120 };

/** Where the clock is on its way. It stays when the way is over, so that screen readers hear of the change. */
export function ClockProgress({ clock, format }: { clock: ClockView; format: ViewerFormat }) {
  const { walkTo, now, runs } = clock;
  return (
    <div role="status" className="empty:hidden">
      {walkTo && (
        <Callout title={`Advancing, ${daysLeft(now, walkTo)} to go`}>
          {/* A new key is a new count: each day that passes and each run of the jobs shows that somebody is at work. */}
          <AutoRefresh key={`${now.slice(0, 10)} ${runs[0]?.id}`} {...untilNextDay} />
          The worker takes the clock to <DateTime value={walkTo} style="long" format={format} />, a day at a time. This
          page follows it.
        </Callout>
      )}
    </div>
  );
}

function daysLeft(now: string, walkTo: string): string {
  const days = Math.max(1, Math.ceil((Date.parse(walkTo) - Date.parse(now)) / DAY_MS));
  return days === 1 ? "1 day" : `${days} days`;
}
