import { LiveForm } from "@/components/services/services/live-form";
import { PlanFields } from "@/components/services/services/plan-fields";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";
import type { OrderQuote } from "@/lib/services/orders/schema";
import { OrderPrice } from "./order-price";

export type OrderChoicesProps = {
  quote: OrderQuote;
  /** The choices in the URL: by option, name, code. */
  chosen: { options: Readonly<Record<string, string>>; name: string; coupon: string; useCredit: boolean };
  /** Empty until the choices are first submitted: no errors for fields not filled in yet. */
  errors: Readonly<Record<string, string>>;
  action: string;
  backHref: string;
  locale: string;
};

/** The first step, as a GET form: the URL holds the choices, and nothing is ordered yet. */
export function OrderChoices({ quote, chosen, errors, action, backHref, locale }: OrderChoicesProps) {
  return (
    <LiveForm action={action}>
      <PlanFields product={quote.product} term={quote.term} options={chosen.options} errors={errors} locale={locale} />
      <Field
        name="name"
        label={t("Name")}
        required
        error={errors.name}
        hint={t("For your own reference, such as a hostname.")}
      >
        <Input defaultValue={chosen.name} maxLength={120} autoComplete="off" spellCheck={false} />
      </Field>
      <Field name="coupon" label={t("Coupon code")} error={errors.coupon}>
        <Input defaultValue={chosen.coupon} maxLength={40} autoComplete="off" autoCapitalize="characters" />
      </Field>
      {quote.credit && (
        <>
          {/* Unticked boxes are not sent: without this, "no" would look like "not answered". */}
          <input type="hidden" name="useCredit" value="false" />
          <Checkbox
            name="useCredit"
            value="true"
            label={t("Use account credit")}
            hint={t("{amount} available.", {
              amount: formatMoney(quote.credit.available.amountMinor, quote.credit.available.currency, locale),
            })}
            defaultChecked={chosen.useCredit}
          />
        </>
      )}
      <OrderPrice quote={quote} locale={locale} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" name="step" value="review">
          {t("Review order")}
        </Button>
        <ButtonLink href={backHref} variant="ghost">
          {t("Choose a different product")}
        </ButtonLink>
      </div>
    </LiveForm>
  );
}
