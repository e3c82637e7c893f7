import { Callout } from "@/components/ui/callout";
import { t } from "@/lib/platform/language/t";

export type FirstLinesProps = {
  /** Lines on the page, and of the whole report or statement. */
  shown: number;
  count: number;
  locale: string;
};

/** Says that a page lists only the first lines of a report or statement, and where the others are. */
export function FirstLines({ shown, count, locale }: FirstLinesProps) {
  const title = t("The first {shown} of {count} lines are listed", {
    shown: shown.toLocaleString(locale),
    count: count.toLocaleString(locale),
  });
  return (
    <Callout title={title} className="mb-4">
      {t("The totals include all of them. For the others, select a shorter period or download the file.")}
    </Callout>
  );
}
