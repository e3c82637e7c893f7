import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { FeedForm } from "./feed-form";

type Props = { createdAt: string | null; setUp: FormAction; remove: FormAction; format: ViewerFormat };

/** Meetings in one's own calendar program. */
export const FeedPanel = ({ createdAt, setUp, remove, format }: Props) => (
  <Panel
    title={t("In your own calendar")}
    description={t(
      "A secret address that your calendar app can subscribe to. It has titles, times and places of meetings, due actions and open votes, never agendas. It includes only what you can see, and stops working when your access ends.",
    )}
  >
    <div className="flex flex-col gap-3">
      {createdAt !== null && (
        <p className="text-ink-soft">
          {rich("Your address was created on {when}.", {
            when: <DateTime value={createdAt} style="dateTime" format={format} />,
          })}
        </p>
      )}
      <FeedForm setUp={setUp} exists={createdAt !== null} />
      {createdAt !== null && (
        <ConfirmDialog
          id="remove-feed"
          action={remove}
          trigger={t("Remove the address")}
          title={t("Remove your calendar address?")}
          consequences={[t("Calendar apps that use it stop getting meetings.")]}
          confirmLabel={t("Remove it")}
        />
      )}
    </div>
  </Panel>
);
