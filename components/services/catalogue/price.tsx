import { Money } from "@/components/ui/money";
import type { ServicePrice } from "@/lib/services/core/schema";

/** "€24.90 a month". Without tax, which the page says once. */
export const Price = ({ value, locale }: { value: ServicePrice; locale: string }) => (
  <span className="whitespace-nowrap">
    <Money value={value} format={{ locale }} /> a {value.interval}
  </span>
);
