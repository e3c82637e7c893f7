import { Badge } from "@/components/ui/badge";
import type { PaymentMethod } from "@/lib/billing/payment-methods/schema";
import { t } from "@/lib/platform/language/t";

type ValidityProps = { method: PaymentMethod; locale: string };

/** A card's validity in words; a direct debit mandate doesn't expire. */
export function Validity({ method, locale }: ValidityProps) {
  const { expMonth, expYear, validity } = method;
  if (expMonth === null || expYear === null) return <>{t("Doesn't expire")}</>;
  const month = new Date(Date.UTC(expYear, expMonth - 1)).toLocaleDateString(locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  if (validity === "expired") return <Badge tone="danger">{t("Expired at the end of {month}", { month })}</Badge>;
  if (validity === "expiring") return <Badge tone="warning">{t("Expires at the end of {month}", { month })}</Badge>;
  return <>{t("Valid until the end of {month}", { month })}</>;
}
