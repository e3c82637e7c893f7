import { buttonClass } from "@/components/ui/button-class";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { PageLink } from "@/components/ui/page-link";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import type { TaxRates } from "@/lib/billing/accounting/schema";
import { countryName } from "@/lib/platform/kernel/countries";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

type Rate = TaxRates["items"][number];

const states = {
  coming: { tone: "accent", label: msg("Scheduled") },
  inForce: { tone: "success", label: msg("Active") },
  over: { tone: "neutral", label: msg("Ended") },
} as const;

export type TaxRatesTableProps = {
  /** Current sort order and links to the others; without it the list can't be sorted. */
  order?: SortProps;
  rates: TaxRates;
  locale: string;
  /** The address of the form that ends a rate. */
  endHref: (rate: Rate) => string;
};

/** Tax rates by country, with their validity. One without an end date can be ended. */
export function TaxRatesTable({ rates: { items }, order, locale, endHref }: TaxRatesTableProps) {
  // Legal dates are calendar days, the same in every time zone.
  const days = { locale, timeZone: "UTC" };
  const columns: Column<Rate>[] = [
    {
      key: "country",
      header: t("Country"),
      sortable: true,
      cell: ({ country, coverage }) => (
        <>
          {countryName(country, locale)}
          {coverage && <span className="cell-detail">{coverage}</span>}
        </>
      ),
    },
    {
      key: "category",
      header: t("Kind"),
      sortable: true,
      cell: ({ category }) => (category === "reduced" ? t("reduced@@rate") : t("standard@@rate")),
    },
    { key: "name", header: t("Name"), sortable: true, cell: ({ name }) => name },
    {
      key: "rate",
      header: t("Rate"),
      phone: "amount",
      sortable: true,
      numeric: true,
      cell: ({ basisPoints }) => `${(basisPoints / 100).toLocaleString(locale)} %`,
    },
    {
      key: "from",
      header: t("Valid from"),
      phoneLabel: t("from@@day"),
      sortable: true,
      cell: ({ validFrom }) => <DateTime value={validFrom} format={days} />,
    },
    {
      key: "until",
      header: t("Ends"),
      phoneLabel: t("ends@@day"),
      sortable: true,
      cell: ({ validUntil }) => validUntil && <DateTime value={validUntil} format={days} />,
    },
    {
      key: "state",
      header: t("Status"),
      phone: "state",
      cell: ({ state }) => <Status tone={states[state].tone}>{t(states[state].label)}</Status>,
    },
    {
      key: "end",
      header: t("End@@stop"),
      hideHeader: true,
      cell: (rate) => rate.validUntil === null && <EndLink rate={rate} locale={locale} href={endHref(rate)} />,
    },
  ];
  // Keys are sent with every row: the end of an id tells sixty rates apart.
  return (
    <DataTable {...order} caption={t("Tax rates")} columns={columns} rows={items} rowKey={({ id }) => id.slice(-12)} />
  );
}

/** Leads to the form instead of holding it: sixty forms would be three times the page. */
function EndLink({ rate, locale, href }: { rate: Rate; locale: string; href: string }) {
  return (
    <PageLink
      href={href}
      className={buttonClass("danger-quiet", "sm", "text")}
      aria-label={t("End the {category, select, reduced {reduced} other {standard}} rate for {country}", {
        category: rate.category,
        country: countryName(rate.country, locale),
      })}
    >
      {t("End@@stop")}
    </PageLink>
  );
}
