import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { Cancellation } from "@/lib/services/core/schema";
import { CancellationConsequences } from "./cancellation-consequences";
import { UnusedTime } from "./unused-time";

type Props = { cancellation: Cancellation; format: ViewerFormat };

/** When it is to end, with what becomes of the time that is not used; and what holds either way. */
export function CancellationTimes({ cancellation, format }: Props) {
  const { status, renewsAt, endsAt } = cancellation;
  const hasChoice = renewsAt !== null && endsAt === null && status !== "pending";
  return (
    <>
      <Callout kind="danger" title="What will happen">
        <ul className="list-disc ps-4">
          {hasChoice && renewsAt && (
            <li>
              At the end of its period: it runs until <DateTime value={renewsAt} format={format} /> and does not renew.
              Nothing is credited. Until then you can take it back.
            </li>
          )}
          <li>
            {status === "pending" ? (
              "It is not set up, and its order is withdrawn. A first invoice that is not paid is void."
            ) : (
              <>
                {hasChoice ? "Now: it" : "It"} stops at once, and its data is deleted. Neither can be undone.{" "}
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
          legend="When is it to end?"
          required
          defaultValue="periodEnd"
          options={[
            { value: "periodEnd", label: "At the end of its period" },
            { value: "now", label: "Now" },
          ]}
        />
      )}
    </>
  );
}
