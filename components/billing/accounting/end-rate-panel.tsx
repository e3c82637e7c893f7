import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { TaxRates } from "@/lib/billing/accounting/schema";
import { countryName } from "@/lib/platform/kernel/countries";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { Consequences } from "./consequences";

export type EndRatePanelProps = {
  rate: TaxRates["items"][number];
  today: string;
  locale: string;
  end: FormAction;
  cancelHref: string;
};

/** Ends a tax rate on a given day. */
export function EndRatePanel({ rate, today, locale, end, cancelHref }: EndRatePanelProps) {
  const title = t("End the {category, select, reduced {reduced} other {standard}} rate for {country}", {
    category: rate.category,
    country: countryName(rate.country, locale),
  });
  const afterwards =
    rate.category === "reduced"
      ? t("From that day the standard rate applies, unless another reduced rate starts.")
      : t("From that day nothing can be invoiced at this rate. Add the next rate, or a 0% rate, before then.");
  return (
    <Panel title={title} tone="danger" className="max-w-2xl">
      <OperationForm
        action={end}
        hidden={{ rateId: rate.id }}
        submitLabel={t("End rate")}
        submitVariant="danger"
        cancelHref={cancelHref}
        label={title}
      >
        <Consequences
          danger
          items={[
            { key: "afterwards", text: afterwards },
            { key: "issued", text: t("Invoices already issued don't change.") },
          ]}
        />
        <Field name="until" label={t("First day it no longer applies")} required>
          <Input type="date" min={today} defaultValue={today} />
        </Field>
      </OperationForm>
    </Panel>
  );
}
