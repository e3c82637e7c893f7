import { type ChosenOption, locationIn } from "@/lib/billing/core/pricing/next-plan";
import type { BillingInterval } from "@/lib/billing/core/pricing/period";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { CataloguePrice, CatalogueProduct } from "./catalogue";
import { EVERYWHERE } from "./schema";

/** A configured product: the price per interval and the one-time price, in minor units, without tax. */
export interface Plan {
  readonly interval: BillingInterval;
  readonly currency: string;
  readonly options: ChosenOption[];
  readonly priceMinor: bigint;
  readonly setupMinor: bigint;
}

type Wanted = Readonly<Record<string, string>>;

/**
 * Resolves a selection: an option that isn't given gets its default choice.
 *
 * @throws Problem `invalid` at `term` if the product isn't sold for that interval, at `options.{slug}` if there is
 * no such option or choice
 */
export function choosePlan(product: CatalogueProduct, interval: BillingInterval, wanted: Wanted): Plan {
  const price = product.prices.find((one) => one.interval === interval);
  if (price === undefined)
    throw invalidField(
      "term",
      t("{name} isn't available with {interval, select, month {monthly} other {yearly}} billing.", {
        name: product.name,
        interval,
      }),
    );
  const unknown = Object.keys(wanted).find((slug) => !product.options.some((option) => option.slug === slug));
  if (unknown !== undefined)
    throw invalidField(`options.${unknown}`, t("{name} doesn't have this option.", { name: product.name }));
  const chosen = product.options.map((option) => ({ option, choice: choiceOf(option, wanted) }));
  const prices = [price, ...chosen.flatMap(({ choice }) => choice.prices.filter((one) => one.interval === interval))];
  return {
    interval,
    currency: price.currency,
    options: chosen.map(({ option, choice }) => ({ option: option.slug, choice: choice.slug, name: choice.name })),
    priceMinor: sumOf(prices, "priceMinor"),
    setupMinor: sumOf(prices, "setupMinor"),
  };
}

type Option = CatalogueProduct["options"][number];

function choiceOf({ slug, name, choices }: Option, wanted: Wanted): Option["choices"][number] {
  const choice = Object.hasOwn(wanted, slug)
    ? choices.find((one) => one.slug === wanted[slug])
    : (choices.find(({ isDefault }) => isDefault) ?? choices[0]);
  if (choice === undefined)
    throw invalidField(`options.${slug}`, t("Choose one of the available options for {name}.", { name }));
  return choice;
}

const sumOf = (prices: readonly CataloguePrice[], of: "priceMinor" | "setupMinor"): bigint =>
  prices.reduce((sum, price) => sum + price[of], 0n);

/** Where a service of this plan runs, as stored; without a location option it runs everywhere. */
export const locationOf = ({ options }: Pick<Plan, "options">): string => locationIn(options) ?? EVERYWHERE;

/** One invoice line: "Virtual server M, web-03.example, one month (12 GB)". The service may not have a name yet. */
export function planInWords(
  product: string,
  service: string,
  { interval, options }: Pick<Plan, "interval" | "options">,
) {
  const names = options.filter(({ option }) => option !== "location").map(({ name }) => name);
  const extras = names.length > 0 ? ` (${names.join(", ")})` : "";
  const line = t("{plan}, {interval, select, month {one month} other {one year}}", {
    plan: [product, service].filter(Boolean).join(", "),
    interval,
  });
  return `${line}${extras}`;
}
