import { DateTime } from "@/components/ui/date-time";
import { Dotted } from "@/components/ui/dotted";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { ActionItem } from "@/lib/workspace/actions/schema";
import { ActionStatus } from "./action-status";
import { DueDate } from "./due-date";
import { StatusChoice } from "./status-choice";

type Props = {
  actions: ActionItem[];
  base: string;
  format: ViewerFormat;
  setStatus: FormAction;
  /** Says which meeting each comes from. */
  withMeeting?: boolean;
};

/** Actions one by one, to go through in a meeting: each can be given another status by those who may. */
export const TrackedActions = ({ actions, base, format, setStatus, withMeeting }: Props) => (
  <ul className="divide-y divide-line">
    {actions.map((action) => (
      <li key={action.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
        <div className="min-w-0 flex-1 basis-60">
          <TextLink href={`${base}/actions/${action.id}`} className="font-medium wrap-anywhere">
            {action.title}
          </TextLink>
          <Dotted className="mt-0.5 text-sm text-ink-soft wrap-anywhere">
            {`#${action.number}`}
            {action.assignees.length === 0 ? t("Nobody assigned") : action.assignees.map(({ name }) => name).join(", ")}
            <DueDate dueOn={action.dueOn} overdue={action.overdue} locale={format.locale} />
          </Dotted>
          {withMeeting && <Origin action={action} base={base} format={format} />}
        </div>
        {action.updatable ? (
          // A status set elsewhere is what the form begins with.
          <StatusChoice
            key={action.version}
            {...{ id: action.id, number: action.number, version: action.version, status: action.status }}
            send={setStatus}
          />
        ) : (
          <ActionStatus status={action.status} />
        )}
      </li>
    ))}
  </ul>
);

function Origin({ action: { meeting }, base, format }: { action: ActionItem } & Pick<Props, "base" | "format">) {
  return (
    <p className="text-sm text-ink-soft wrap-anywhere">
      {meeting === null ? (
        t("From a meeting")
      ) : (
        <>
          <TextLink href={`${base}/meetings/${meeting.id}`}>{meeting.title}</TextLink>
          {", "}
          <DateTime value={meeting.startsAt} format={format} />
        </>
      )}
    </p>
  );
}
