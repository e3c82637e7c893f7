import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { Product, Term } from "@/lib/services/core/schema";
import type { PlanChoices, PlanPreview } from "@/lib/services/services/schema";
import { LiveForm } from "./live-form";
import { PlanFields } from "./plan-fields";
import { PlanPrice } from "./plan-price";
import { PriceBox } from "./price-box";

export type PlanFormProps = {
  product: Product;
  service: PlanChoices["service"];
  /** The choices in the URL. */
  chosen: { term: Term; options: Readonly<Record<string, string>>; when?: string };
  /** The effect of the choices, or why they aren't valid. */
  outcome: { preview: PlanPreview } | { mistake: string };
  /** Whether the choices were submitted: a mistake is then an error. */
  sent: boolean;
  action: string;
  backHref: string;
  format: ViewerFormat;
};

/** Options, term and time of another plan, as a GET form: the URL holds the choices, and nothing is changed yet. */
export function PlanForm({ product, service, chosen, outcome, sent, action, backHref, format }: PlanFormProps) {
  return (
    <LiveForm action={action}>
      {sent && "mistake" in outcome && <Callout kind="danger" role="alert" title={outcome.mistake} />}
      <input type="hidden" name="productId" value={product.id} />
      <PlanFields
        product={product}
        term={chosen.term}
        options={{ ...service.options, ...chosen.options }}
        errors={{}}
        locale={format.locale}
      />
      <RadioGroup
        name="when"
        legend={t("Change when?")}
        defaultValue={chosen.when ?? ""}
        options={[
          { value: "", label: t("Automatic"), hint: t("Downgrades start at renewal, other changes immediately.") },
          { value: "now", label: t("Now"), hint: t("Unused time on the current plan is credited.") },
          { value: "renewal", label: t("At renewal"), hint: t("Nothing changes and nothing is charged until then.") },
        ]}
      />
      {"preview" in outcome ? (
        <PlanPrice preview={outcome.preview} format={format} />
      ) : (
        <PriceBox status={sent ? null : outcome.mistake}>
          <p className="text-ink-soft">{outcome.mistake}</p>
        </PriceBox>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" name="step" value="review">
          {t("Review change")}
        </Button>
        <ButtonLink href={backHref} variant="ghost">
          {t("Choose a different plan")}
        </ButtonLink>
      </div>
    </LiveForm>
  );
}
