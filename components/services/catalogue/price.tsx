import { Money } from "@/components/ui/money";
import type { ServicePrice } from "@/lib/services/core/schema";

/** "€24.90 per month", excluding tax, which the page states once. */
export const Price = ({ value, locale }: { value: ServicePrice; locale: string }) => (
  <span className="whitespace-nowrap">
    <Money value={value} format={{ locale }} /> per {value.interval}
  </span>
);
