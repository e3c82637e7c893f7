import { cx } from "@/components/ui/cx";
import { PageLink } from "@/components/ui/page-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { weeksOfMonth } from "@/lib/platform/kernel/weeks-of-month";
import { t } from "@/lib/platform/language/t";

/** What a calendar shows on a day: a meeting, or what is due in another area. */
export type CalendarEntry = {
  key: string;
  title: string;
  href: string;
  /** When it is: a time, or a calendar day for what has none. */
  at: string;
  /** What is due: "Vote by". Nothing for a meeting. */
  due?: string;
  cancelled?: boolean;
};

type Props = { month: string; entries: CalendarEntry[]; today: string; format: ViewerFormat };

/** A month, in whole weeks. On a phone it is the list of their days that have something. */
export function MonthGrid({ month, entries, today, format }: Props) {
  const days = weeksOfMonth(month);
  const byDay = Map.groupBy(entries, ({ at }) => dayIn(at, format.timeZone));
  return (
    <div>
      <ol
        aria-hidden="true"
        className="hidden grid-cols-7 border-b border-line text-center text-sm text-ink-soft sm:grid"
      >
        {days.slice(0, 7).map((day) => (
          <li key={day} className="py-1.5">
            {nameOf(day, { weekday: "short" }, format.locale)}
          </li>
        ))}
      </ol>
      <ol className="grid sm:grid-cols-7">
        {days.map((day) => {
          const outside = !day.startsWith(month);
          const shown = byDay.get(day) ?? [];
          return (
            <li
              key={day}
              className={cx(
                "min-w-0 border-b border-line px-3 py-2 sm:min-h-24 sm:border-e sm:px-1.5 sm:py-1 sm:[&:nth-child(7n)]:border-e-0",
                outside && "bg-sunken",
                shown.length === 0 && "hidden sm:block",
              )}
            >
              <DayName day={day} outside={outside} today={day === today} locale={format.locale} />
              <ul className="mt-1 flex flex-col gap-1">
                {shown.map((entry) => (
                  <Entry key={entry.key} entry={entry} format={format} />
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
      {entries.length === 0 && <p className="px-4 py-6 text-center text-ink-soft">{t("Nothing in this month.")}</p>}
    </div>
  );
}

function DayName({ day, outside, today, locale }: { day: string; outside: boolean; today: boolean; locale: string }) {
  const full = nameOf(day, { weekday: "long", day: "numeric", month: "long" }, locale);
  return (
    <p
      className={cx("text-sm", outside ? "text-ink-faint" : "text-ink-soft")}
      {...(today && { "aria-current": "date" })}
    >
      <span className="sm:sr-only">{full}</span>
      <span
        aria-hidden="true"
        className={cx(
          "hidden size-6 place-items-center rounded-full tabular-nums sm:inline-grid",
          today && "bg-accent text-on-accent font-medium",
        )}
      >
        {Number(day.slice(8))}
      </span>
    </p>
  );
}

function Entry({ entry: { title, href, at, due, cancelled }, format }: { entry: CalendarEntry; format: ViewerFormat }) {
  const time = new Intl.DateTimeFormat(format.locale, { timeStyle: "short", timeZone: format.timeZone });
  return (
    <li>
      <PageLink
        href={href}
        className={cx(
          "block rounded-sm px-1.5 py-1 text-sm hover:underline pointer-coarse:py-2.5",
          due === undefined ? "bg-accent-soft text-accent-text" : "border border-line text-ink",
        )}
      >
        {due !== undefined && <span className="text-ink-soft">{due} </span>}
        {!isDay(at) && <span className="tabular-nums">{time.format(new Date(at))} </span>}
        <span className={cx("wrap-anywhere", cancelled && "line-through")}>{title}</span>
        {cancelled && <span className="sr-only">{t("Cancelled@@meeting")}</span>}
      </PageLink>
    </li>
  );
}

const isDay = (at: string): boolean => at.length === "2026-01-31".length;

const dayIn = (at: string, timeZone: string): string =>
  isDay(at) ? at : new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone }).format(new Date(at));

const nameOf = (day: string, options: Intl.DateTimeFormatOptions, locale: string): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
