import { type DateTimeStyle, formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { defaultFormat, type ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type DateTimeProps = { value: Date | string; style?: DateTimeStyle; format?: ViewerFormat };

/**
 * An instant in the viewer's zone; the exact one, in UTC, is in the element's attributes. A date in UTC is a calendar day,
 * as on an invoice, and has no time.
 */
export function DateTime({ value, style = "date", format = defaultFormat }: DateTimeProps) {
  const instant = new Date(value);
  const exact = instant.toISOString();
  const shown = formatDateTime(instant, style, format);
  if (style === "date" && format.timeZone === "UTC") return <time dateTime={exact.slice(0, 10)}>{shown}</time>;
  return (
    <time dateTime={exact} title={`${exact.slice(0, 19).replace("T", " ")} UTC`}>
      {shown}
    </time>
  );
}
