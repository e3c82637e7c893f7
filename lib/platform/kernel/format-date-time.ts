import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { keptFew } from "./kept-few";

export type DateTimeStyle = "date" | "dateTime" | "weekday" | "time" | "long" | "deadline" | "exact";

const styles: Record<DateTimeStyle, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  dateTime: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  weekday: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  time: { hour: "2-digit", minute: "2-digit" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  /** With its zone, as it is entered: to the minute. */
  deadline: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
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

const formatters = keptFew<Intl.DateTimeFormat>();

/** Formats an instant in the viewer's own locale and zone. */
export function formatDateTime(instant: Date, style: DateTimeStyle, { locale, timeZone }: ViewerFormat): string {
  const make = () => new Intl.DateTimeFormat(locale, { ...styles[style], timeZone });
  return formatters(`${locale}/${timeZone}/${style}`, make).format(instant);
}
