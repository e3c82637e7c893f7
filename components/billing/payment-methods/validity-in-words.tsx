import { Badge } from "@/components/ui/badge";
import type { PaymentMethod } from "@/lib/billing/payment-methods/schema";

type ValidityProps = { method: PaymentMethod; locale: string };

/** A card's validity in words; a direct debit mandate doesn't expire. */
export function Validity({ method, locale }: ValidityProps) {
  const { expMonth, expYear, validity } = method;
  if (expMonth === null || expYear === null) return <>Doesn't expire</>;
  const until = new Date(Date.UTC(expYear, expMonth - 1)).toLocaleDateString(locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  if (validity === "expired") return <Badge tone="danger">{`Expired at the end of ${until}`}</Badge>;
  if (validity === "expiring") return <Badge tone="warning">{`Expires at the end of ${until}`}</Badge>;
  return <>{`Valid until the end of ${until}`}</>;
}
