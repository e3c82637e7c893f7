import { Money } from "@/components/ui/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { Cancellation } from "@/lib/services/core/schema";

/** What becomes of the time that was charged for and will not be used. Says nothing to who may see no prices. */
export function UnusedTime({ unused, format }: { unused: Cancellation["unused"]; format: ViewerFormat }) {
  if (unused === undefined) return null;
  if (unused === null) return "Nothing is credited: no invoice has charged for time that is left.";
  const { daysLeft, daysIn, credited } = unused;
  return (
    <>
      {daysLeft} of the {daysIn} days of its period are not used: <Money value={credited} format={format} /> with tax go
      back by a credit note. It lowers what is open of that invoice; what was paid becomes account credit.
    </>
  );
}
