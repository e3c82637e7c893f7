import { Logo } from "@/components/shell/logo";
import { cx } from "@/components/ui/cx";
import type { Brand } from "@/lib/platform/kernel/brand";
import { t } from "@/lib/platform/language/t";

/** The saved brand in both themes, whichever one the viewer uses. */
export function BrandPreview({ brand }: { brand: Brand }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Sample brand={brand} label={t("Light theme")} className="brand-sample-light scheme-light" />
      <Sample brand={brand} label={t("Dark theme")} className="brand-sample-dark scheme-dark" />
    </div>
  );
}

function Sample({ brand, label, className }: { brand: Brand; label: string; className: string }) {
  return (
    <div
      className={cx(
        className,
        brand.themeHref === null && "brand-sample-plain",
        "flex flex-col gap-3 rounded-md border border-line-strong p-4",
      )}
    >
      <p className="text-sm">{label}</p>
      <div>
        <Logo brand={brand} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <span className="button button-primary button-md">{t("Pay invoice")}</span>
        <span className="text-accent-text underline">{t("View details")}</span>
        <span className="rounded-md bg-accent-soft px-2 py-1 text-accent-text">{t("Invoices")}</span>
      </div>
    </div>
  );
}
