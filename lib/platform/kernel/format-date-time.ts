import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type DateTimeStyle = "date" | "dateTime" | "time" | "long" | "exact";

const styles: Record<DateTimeStyle, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  dateTime: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  time: { hour: "2-digit", minute: "2-digit" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  /** To the second and with its zone: for logs. */
  exact: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formats an instant in the viewer's own locale and zone. */
export function formatDateTime(instant: Date, style: DateTimeStyle, format: ViewerFormat): string {
  const key = `${format.locale}/${format.timeZone}/${style}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(format.locale, { ...styles[style], timeZone: format.timeZone });
    formatters.set(key, formatter);
  }
  return formatter.format(instant);
}
