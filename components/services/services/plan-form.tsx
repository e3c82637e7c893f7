import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Product, Term } from "@/lib/services/core/schema";
import type { PlanChoices } from "@/lib/services/services/schema";
import { PlanFields } from "./plan-fields";

export type PlanFormProps = {
  product: Product;
  service: PlanChoices["service"];
  /** The choices in the URL. */
  chosen: { term?: Term; options: Readonly<Record<string, string>>; when?: string };
  /** Why the choice is not valid. */
  mistake?: string;
  action: string;
  backHref: string;
  locale: string;
};

/** Options, term and time of another plan, as a GET form: it changes nothing; the next step shows the effect. */
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
        legend="Change when?"
        defaultValue={chosen.when ?? ""}
        options={[
          { value: "", label: "Default", hint: "Smaller plans start at renewal, all others now." },
          { value: "now", label: "Now", hint: "Unused time on the current plan is credited." },
          { value: "renewal", label: "At renewal", hint: "Nothing changes and nothing is charged until then." },
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" name="step" value="review">
          Review change
        </Button>
        <ButtonLink href={backHref} variant="ghost">
          Choose a different plan
        </ButtonLink>
      </div>
    </form>
  );
}
