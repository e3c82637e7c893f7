import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { listed } from "@/lib/platform/kernel/listed";
import { t } from "@/lib/platform/language/t";
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
        legend={t("Billing term")}
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
              label: choiceInWords(choice, locale),
            }))}
          />
        </Field>
      ))}
    </>
  );
}

type Choice = Product["options"][number]["choices"][number];

function termInWords({ prices }: Product, term: Term, locale: string): { label: string; hint?: string } {
  const label = term === "month" ? t("Monthly") : t("Yearly");
  const price = prices?.find(({ interval }) => interval === term);
  if (price === undefined) return { label };
  const text = (minor: number) => formatMoney(minor, price.currency, locale);
  const month = prices?.find(({ interval }) => interval === "month");
  const saved = term === "year" && month ? month.amountMinor * 12 - price.amountMinor : 0;
  const hint = [
    ...(saved > 0 ? [t("Save {amount} compared with monthly billing.", { amount: text(saved) })] : []),
    ...(price.setupMinor > 0 ? [t("One-time setup fee of {amount}.", { amount: text(price.setupMinor) })] : []),
  ].join(" ");
  return { label: `${label}, ${text(price.amountMinor)}`, ...(hint === "" ? {} : { hint }) };
}

/** "12 GB, €6.00 per month or €60.00 per year more". */
function choiceInWords({ name, prices }: Choice, locale: string): string {
  const extras = (prices ?? []).filter(({ amountMinor }) => amountMinor > 0);
  if (extras.length === 0) return name;
  const words = extras.map(({ amountMinor, currency, interval }) =>
    t("{amount} per {interval, select, month {month} other {year}}", {
      amount: formatMoney(amountMinor, currency, locale),
      interval,
    }),
  );
  return t("{choice}, {prices} more", { choice: name, prices: listed(words, "disjunction") });
}
