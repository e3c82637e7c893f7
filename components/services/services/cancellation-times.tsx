import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
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
      <Callout kind="danger" title="What happens next">
        <ul className="list-disc ps-4">
          {hasChoice && renewsAt && (
            <li>
              At the end of the billing period: it runs until <DateTime value={renewsAt} format={format} /> and doesn't
              renew. Nothing is credited. You can undo this until then.
            </li>
          )}
          <li>
            {status === "pending" ? (
              "The order is cancelled and the service won't be set up. An unpaid first invoice is voided."
            ) : (
              <>
                {hasChoice ? "Now: it" : "It"} stops immediately and its data is deleted. This can't be undone.{" "}
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
          legend="Cancel when?"
          required
          defaultValue="periodEnd"
          options={[
            { value: "periodEnd", label: "At the end of the billing period" },
            { value: "now", label: "Now" },
          ]}
        />
      )}
    </>
  );
}
