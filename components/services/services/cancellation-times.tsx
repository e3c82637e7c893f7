import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { Cancellation } from "@/lib/services/services/schema";
import { CancellationConsequences } from "./cancellation-consequences";
import { UnusedTime } from "./unused-time";

type Props = { cancellation: Cancellation; format: ViewerFormat };

/** When to cancel, what happens to unused time, and what applies either way. */
export function CancellationTimes({ cancellation, format }: Props) {
  const { status, renewsAt, endsAt } = cancellation;
  const hasChoice = renewsAt !== null && endsAt === null && status !== "pending";
  return (
    <>
      <Callout kind="danger" title={t("What happens next")}>
        <ul className="list-disc ps-4">
          {hasChoice && renewsAt && (
            <li>
              {rich(
                "At the end of the billing period: it runs until {date} and doesn't renew. Nothing is credited. You can undo this until then.",
                { date: <DateTime value={renewsAt} format={format} /> },
              )}
            </li>
          )}
          <li>
            {status === "pending" ? (
              t("The order is cancelled and the service won't be set up. An unpaid first invoice is voided.")
            ) : (
              <>
                {hasChoice
                  ? t("Now: it stops immediately and its data is deleted. This can't be undone.")
                  : t("It stops immediately and its data is deleted. This can't be undone.")}{" "}
                <UnusedTime unused={cancellation.unused} format={format} />
              </>
            )}
          </li>
          <CancellationConsequences cancellation={cancellation} format={format} />
        </ul>
      </Callout>
      {hasChoice && (
        <RadioGroup
          name="when"
          legend={t("Cancel when?")}
          required
          defaultValue="periodEnd"
          options={[
            { value: "periodEnd", label: t("At the end of the billing period") },
            { value: "now", label: t("Now") },
          ]}
        />
      )}
    </>
  );
}
