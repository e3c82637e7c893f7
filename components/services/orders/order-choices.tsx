import { PlanFields } from "@/components/services/services/plan-fields";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { OrderQuote } from "@/lib/services/core/schema";

export type OrderChoicesProps = {
  quote: OrderQuote;
  /** What stands in the address: choices by option, name, code. */
  chosen: { options: Readonly<Record<string, string>>; name: string; coupon: string };
  /** Empty before the choices were sent once: nobody is blamed for what they have not written yet. */
  errors: Readonly<Record<string, string>>;
  action: string;
  backHref: string;
  locale: string;
};

/** The first step, as a GET form: the address holds the choices, and nothing is ordered by it. */
export function OrderChoices({ quote, chosen, errors, action, backHref, locale }: OrderChoicesProps) {
  return (
    <form action={action} className="flex flex-col gap-4">
      <PlanFields product={quote.product} term={quote.term} options={chosen.options} errors={errors} locale={locale} />
      <Field
        name="name"
        label="Name"
        required
        error={errors.name}
        hint="What you and your colleagues will know it by, such as a host name."
      >
        <Input defaultValue={chosen.name} maxLength={120} autoComplete="off" spellCheck={false} />
      </Field>
      <Field name="coupon" label="Coupon code" error={errors.coupon}>
        <Input defaultValue={chosen.coupon} maxLength={40} autoComplete="off" autoCapitalize="characters" />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" name="step" value="review">
          Review the order
        </Button>
        <ButtonLink href={backHref} variant="ghost">
          Choose another product
        </ButtonLink>
      </div>
    </form>
  );
}
