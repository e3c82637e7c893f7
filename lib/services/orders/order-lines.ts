import type { LineToInvoice } from "@/lib/billing/core/pricing/price-lines";
import { t } from "@/lib/platform/language/t";
import type { CatalogueProduct } from "@/lib/services/core/catalogue";
import { type Plan, planInWords } from "@/lib/services/core/plan";

/** The invoice lines of an order. Its first period has no dates yet: it starts when the invoice is paid. */
export function orderLines(
  { name: product, taxCategory }: CatalogueProduct,
  plan: Plan,
  service: { readonly name: string; readonly id?: string },
): LineToInvoice[] {
  const line = (kind: "recurring" | "setup", description: string, unitMinor: bigint): LineToInvoice => ({
    kind,
    description,
    quantity: 1,
    unitMinor,
    taxCategory,
    ...(service.id === undefined ? {} : { serviceId: service.id }),
  });
  return [
    line("recurring", planInWords(product, service.name, plan), plan.priceMinor),
    ...(plan.setupMinor > 0n
      ? [
          line(
            "setup",
            service.name === "" ? t("Setup") : t("Setup of {name}", { name: service.name }),
            plan.setupMinor,
          ),
        ]
      : []),
  ];
}
