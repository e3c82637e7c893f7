import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { Product, Term } from "@/lib/services/core/schema";

export type PlanFieldsProps = {
  product: Product;
  /** The current choices: the term, and choices by option. */
  term: Term;
  options: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  locale: string;
};

/** The term and the options; each shows what it adds to the price. */
export function PlanFields({ product, term, options, errors, locale }: PlanFieldsProps) {
  return (
    <>
      <RadioGroup
        name="term"
        legend="Billing term"
        defaultValue={term}
        required
        options={product.terms.map((one) => ({ value: one, ...termInWords(product, one, locale) }))}
      />
      {product.options.map((option) => (
        <Field
          key={option.slug}
          name={`options.${option.slug}`}
          label={option.name}
          required
          error={errors[`options.${option.slug}`]}
        >
          <Select
            defaultValue={options[option.slug] ?? option.choices.find(({ usual }) => usual)?.slug}
            options={option.choices.map((choice) => ({
              value: choice.slug,
              label: `${choice.name}${extraInWords(choice.prices, locale)}`,
            }))}
          />
        </Field>
      ))}
    </>
  );
}

type Prices = Product["prices"];

function termInWords({ prices }: Product, term: Term, locale: string): { label: string; hint?: string } {
  const label = term === "month" ? "Monthly" : "Yearly";
  const price = prices?.find(({ interval }) => interval === term);
  if (price === undefined) return { label };
  const text = (minor: number) => formatMoney(minor, price.currency, locale);
  const month = prices?.find(({ interval }) => interval === "month");
  const saved = term === "year" && month ? month.amountMinor * 12 - price.amountMinor : 0;
  const hint = [
    ...(saved > 0 ? [`Save ${text(saved)} compared with monthly billing.`] : []),
    ...(price.setupMinor > 0 ? [`One-time setup fee of ${text(price.setupMinor)}.`] : []),
  ].join(" ");
  return { label: `${label}, ${text(price.amountMinor)}`, ...(hint === "" ? {} : { hint }) };
}

/** ", €6.00 per month or €60.00 per year more". */
function extraInWords(prices: Prices, locale: string): string {
  const extras = (prices ?? []).filter(({ amountMinor }) => amountMinor > 0);
  if (extras.length === 0) return "";
  const words = extras.map(
    ({ amountMinor, currency, interval }) => `${formatMoney(amountMinor, currency, locale)} per ${interval}`,
  );
  return `, ${words.join(" or ")} more`;
}
