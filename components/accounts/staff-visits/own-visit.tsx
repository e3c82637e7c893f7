import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import type { VisitItem } from "@/lib/accounts/staff-visits/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { VisitWhy } from "./visit-why";

/** Where the stream of changes doesn't get through. For an hour, while the page is looked at. */
const REFRESH_MS = 5_000;
const REFRESH_TIMES = 720;

interface OwnVisitProps {
  readonly visit: VisitItem;
  readonly base: string;
  readonly format: ViewerFormat;
  readonly leave: FormAction;
}

/** What a member of staff has on the account, or has asked for. */
export function OwnVisit({ visit, base, format, leave }: OwnVisitProps) {
  const waits = visit.state === "waiting";
  return (
    <Callout
      kind={waits ? "warning" : "success"}
      role="status"
      title={titleOf(visit)}
      className="max-w-xl text-start"
      actions={
        <OperationForm
          action={leave}
          label={waits ? t("Withdraw") : t("Give back")}
          submitLabel={waits ? t("Withdraw") : t("Give back")}
          submitVariant="secondary"
        />
      }
    >
      <LiveRefresh of="notification" />
      {waits && <AutoRefresh everyMs={REFRESH_MS} times={REFRESH_TIMES} />}
      <VisitWhy why={visit} base={base} />
      {waits
        ? rich("Asked {time}. This page changes when there is an answer.", {
            time: <DateTime value={visit.startedAt} style="dateTime" format={format} />,
          })
        : rich("Until {time}.", { time: <DateTime value={visit.endsAt} style="dateTime" format={format} /> })}
    </Callout>
  );
}

function titleOf({ state, emergency, approved }: VisitItem): string {
  if (state === "waiting") return emergency ? t("Waiting for another manager") : t("Waiting for the account's owner");
  return approved ? t("You have access, with the owner's approval") : t("You have access");
}
