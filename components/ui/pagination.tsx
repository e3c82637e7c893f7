import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

export type PaginationProps = {
  /** Names it where a page has several: "Pages of folders". */
  label?: string;
  /** What is shown: "1–25 of 240 invoices". */
  summary?: string;
  /** URL of the previous page; absent on the first. */
  previousHref?: string;
  /** URL of the next page; absent on the last. */
  nextHref?: string;
};

/**
 * Steps through a list whose position is in the URL, as a page number or a cursor. Renders nothing for a single page.
 */
export function Pagination({ label = t("Pages"), summary, previousHref, nextHref }: PaginationProps) {
  const steps = Boolean(previousHref || nextHref);
  if (!summary && !steps) return null;
  return (
    <nav aria-label={label} className="flex min-h-12 items-center justify-between gap-4 border-t border-line px-4 py-2">
      <p className="text-sm text-ink-soft tabular-nums">{summary}</p>
      {steps && (
        <div className="flex gap-2">
          <Step href={previousHref} label={t("Previous page")} icon={<Icon name="chevron-left" />} />
          <Step href={nextHref} label={t("Next page")} icon={<Icon name="chevron-right" />} />
        </div>
      )}
    </nav>
  );
}

function Step({ href, label, icon }: { href?: string; label: string; icon: React.ReactNode }) {
  if (href) return <ButtonLink href={href} size="sm" aria-label={label} icon={icon} />;
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-7 items-center justify-center rounded-md border border-line text-ink-faint opacity-50 pointer-coarse:size-11"
    >
      {icon}
    </span>
  );
}
