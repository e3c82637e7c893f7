import { Money } from "@/components/ui/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { Cancellation } from "@/lib/services/services/schema";

/** What happens to time that was charged for and won't be used. Renders nothing for viewers who can't see prices. */
export function UnusedTime({ unused, format }: { unused: Cancellation["unused"]; format: ViewerFormat }) {
  if (unused === undefined) return null;
  if (unused === null) return t("Nothing is credited because no unused time has been invoiced.");
  const { daysLeft, daysIn, credited } = unused;
  return (
    <>
      {rich(
        "{daysLeft} of {daysIn} days of the billing period are unused. A credit note of {amount} including tax is issued. It reduces the balance due on that invoice; any amount already paid becomes account credit.",
        { daysLeft, daysIn, amount: <Money value={credited} format={format} /> },
      )}
    </>
  );
}
