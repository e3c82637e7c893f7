import type { KeptYears } from "@/lib/accounts/retention/schema";
import { classWords, eventClasses } from "@/lib/accounts/retention/schema";
import { t } from "@/lib/platform/language/t";

/** How long the events of the log are kept. */
export function KeptNote({ kept }: { kept: KeptYears }) {
  const limited = eventClasses.filter((one) => kept[one] !== null);
  if (limited.length === 0)
    return <p className="mt-3 text-sm text-ink-soft">{t("Events are never deleted from this log.")}</p>;
  const times = eventClasses.map((one) =>
    kept[one] === null
      ? t("{what}: for ever", { what: t(classWords[one]) })
      : t("{what}: {years, plural, one {# year} other {# years}}", { what: t(classWords[one]), years: kept[one] }),
  );
  return (
    <p className="mt-3 text-sm text-ink-soft">{t("How long events are kept: {times}.", { times: times.join("; ") })}</p>
  );
}
