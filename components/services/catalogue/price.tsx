import { Money } from "@/components/ui/money";
import { rich } from "@/lib/platform/language/rich";
import type { ServicePrice } from "@/lib/services/core/schema";

/** "€24.90 per month", excluding tax, which the page states once. */
export const Price = ({ value, locale }: { value: ServicePrice; locale: string }) => (
  <span className="whitespace-nowrap">
    {rich("{amount} per {interval, select, month {month} other {year}}", {
      amount: <Money value={value} format={{ locale }} />,
      interval: value.interval,
    })}
  </span>
);
