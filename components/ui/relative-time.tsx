import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatRelativeTime } from "@/lib/platform/kernel/format-relative-time";
import { defaultFormat, type ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type RelativeTimeProps = { value: Date | string; now?: Date; format?: ViewerFormat };

/** How long ago or how soon, as of the request; the full time in the viewer's zone, and in UTC, is on the element. */
export function RelativeTime({ value, now = new Date(), format = defaultFormat }: RelativeTimeProps) {
  const instant = new Date(value);
  const exact = instant.toISOString();
  const full = `${formatDateTime(instant, "dateTime", format)} (${exact.slice(0, 19).replace("T", " ")} UTC)`;
  return (
    <time dateTime={exact} title={full}>
      {formatRelativeTime(instant, now)}
    </time>
  );
}
