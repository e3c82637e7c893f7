import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { PaymentMethod } from "@/lib/billing/payment-methods/schema";
import { t } from "@/lib/platform/language/t";
import { Validity } from "./validity-in-words";

type PaymentMethodListProps = {
  methods: PaymentMethod[];
  locale: string;
  /** Actions on a method; none for viewers without permission. */
  actsOf?: (method: PaymentMethod) => ReactNode;
};

/** Cards and bank accounts with their label and validity. */
export function PaymentMethodList({ methods, locale, actsOf }: PaymentMethodListProps) {
  return (
    <ul className="divide-y divide-line">
      {methods.map((method) => (
        <li key={method.id} className="flex items-start gap-3 px-4 py-3.5">
          <span
            aria-hidden="true"
            className="grid h-9 w-12 shrink-0 place-items-center rounded-md border border-line-strong bg-sunken text-ink-soft"
          >
            {method.kind === "card" ? <Icon name="credit-card" /> : <Icon name="landmark" />}
          </span>
          <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-ink">
                <span>
                  {method.brand}{" "}
                  <span className="whitespace-nowrap tabular-nums">
                    <span aria-hidden="true">•••• </span>
                    <span className="sr-only">{t("ending in")} </span>
                    {method.last4}
                  </span>
                </span>
                {method.isDefault && <Badge tone="accent">{t("Default")}</Badge>}
              </p>
              <p className="text-sm text-ink-soft">
                {method.kind === "card" ? t("Card") : t("SEPA direct debit")}, {method.holder}
              </p>
              <p className="text-sm text-ink-soft">
                <Validity method={method} locale={locale} />
              </p>
            </div>
            {actsOf && <div className="flex flex-wrap items-center gap-2">{actsOf(method)}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
