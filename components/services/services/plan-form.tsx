import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { RadioGroup } from "@/components/ui/radio-group";
import type { PlanChoices, Product, Term } from "@/lib/services/core/schema";
import { PlanFields } from "./plan-fields";

export type PlanFormProps = {
  product: Product;
  service: PlanChoices["service"];
  /** What stands in the address. */
  chosen: { term?: Term; options: Readonly<Record<string, string>>; when?: string };
  /** Why what was chosen is none. */
  mistake?: string;
  action: string;
  backHref: string;
  locale: string;
};

/** Options, term and time of another plan, as a GET form: it changes nothing, the next step says what it would. */
export function PlanForm({ product, service, chosen, mistake, action, backHref, locale }: PlanFormProps) {
  const term = chosen.term ?? (product.terms.includes(service.term) ? service.term : product.terms[0]) ?? "month";
  return (
    <form action={action} className="flex flex-col gap-4">
      {mistake && <Callout kind="danger" role="alert" title={mistake} />}
      <input type="hidden" name="productId" value={product.id} />
      <PlanFields
        product={product}
        term={term}
        options={{ ...service.options, ...chosen.options }}
        errors={{}}
        locale={locale}
      />
      <RadioGroup
        name="when"
        legend="From when?"
        defaultValue={chosen.when ?? ""}
        options={[
          { value: "", label: "As usual", hint: "A smaller plan when the service renews, any other now." },
          { value: "now", label: "Now", hint: "What is unused of the old plan is credited." },
          { value: "renewal", label: "When it renews", hint: "Until then nothing changes and nothing is charged." },
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" name="step" value="review">
          Review the change
        </Button>
        <ButtonLink href={backHref} variant="ghost">
          Choose another plan
        </ButtonLink>
      </div>
    </form>
  );
}
