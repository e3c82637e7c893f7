import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { PermissionRequestItem } from "@/lib/accounts/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export type RequestListProps = {
  requests: PermissionRequestItem[];
  action: FormAction;
  hrefOf: (contactId: string) => string;
  now: Date;
  today: string;
  format: ViewerFormat;
};

/** Access requests, each granted or declined with one click. */
export function RequestList({ requests, hrefOf, now, format, ...form }: RequestListProps) {
  return (
    <ul className="divide-y divide-line">
      {requests.map((request) => (
        <li key={request.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4 py-3.5">
          <div className="min-w-0 flex-[1_1_20rem]">
            <p className="text-ink">
              {rich("{name} requested {permission}", {
                name: <TextLink href={hrefOf(request.contactId)}>{request.contactName}</TextLink>,
                permission: <strong className="font-semibold">{request.permissionName}</strong>,
              })}
            </p>
            <p className="text-sm text-ink-soft">
              {request.permissionTitle}{" "}
              {rich("Requested {time}.", {
                time: <RelativeTime value={request.createdAt} now={now} format={format} />,
              })}
            </p>
            {request.onlyFor && <OnlyFor onlyFor={request.onlyFor} />}
            {request.message && (
              <blockquote className="mt-1.5 border-s-2 border-line-strong ps-3 wrap-anywhere whitespace-pre-line text-ink-soft">
                {request.message}
              </blockquote>
            )}
            {request.status === "open" && <Preview request={request} format={format} />}
            {request.locked && <p className="mt-1.5 text-sm text-warning-text">{request.locked}</p>}
          </div>
          {request.status === "open" ? (
            <Answer request={request} {...form} />
          ) : (
            <Answered request={request} now={now} format={format} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Which record it is for, and what of it is shown. */
function OnlyFor({ onlyFor }: { onlyFor: NonNullable<PermissionRequestItem["onlyFor"]> }) {
  if (onlyFor.name === null) return null;
  return (
    <p className="mt-1 text-sm text-ink wrap-anywhere">
      {rich("Only for {record}.", { record: <strong className="font-semibold">{onlyFor.name}</strong> })}{" "}
      {onlyFor.shows}
    </p>
  );
}

/** What granting it now would mean, and how long it would last. */
function Preview({ request, format }: { request: PermissionRequestItem; format: ViewerFormat }) {
  const { hours, wouldEndAt, condition } = request;
  if (hours === null && condition === null) return null;
  return (
    <p className="mt-1 text-sm text-ink">
      {condition !== null && `${t("Limited: {condition}.", { condition })} `}
      {hours !== null &&
        wouldEndAt !== null &&
        rich(
          "{hours, plural, one {Needed for # hour.} other {Needed for # hours.}} Granted now, it ends by itself {date}.",
          {
            hours,
            date: <DateTime value={wouldEndAt} style="dateTime" format={format} />,
          },
        )}
    </p>
  );
}

type AnswerProps = { request: PermissionRequestItem; action: FormAction; today: string };

function Answer({ request, action, today }: AnswerProps) {
  const { id: requestId, locked, hours, onlyFor, permissionName, contactName } = request;
  const what = { permission: permissionName, name: contactName };
  return (
    <div className="flex flex-wrap items-start gap-2">
      {!locked && (
        <OperationForm
          action={action}
          hidden={{ requestId, answer: "grant" }}
          label={t("Grant {permission} for {name}", what)}
          submitLabel={t("Grant")}
          submitIcon={<Icon name="check" />}
        >
          <details className="order-last text-sm">
            <summary className="tap cursor-pointer text-ink-soft">{t("Set end date")}</summary>
            <Field name="endsAt" label={t("End date")} className="mt-1.5">
              <Input type="date" min={today} />
            </Field>
            {hours !== null && !onlyFor && <Checkbox name="lasting" label={t("No end date")} />}
          </details>
        </OperationForm>
      )}
      <OperationForm
        action={action}
        hidden={{ requestId, answer: "decline" }}
        label={t("Decline {permission} for {name}", what)}
        submitLabel={t("Decline")}
        submitVariant="secondary"
        submitIcon={<Icon name="x" />}
      />
    </div>
  );
}

type AnsweredProps = { request: PermissionRequestItem; now: Date; format: ViewerFormat };

function Answered({ request, now, format }: AnsweredProps) {
  const { status, decidedByName, decidedAt } = request;
  return (
    <p className="flex items-center gap-2 text-sm text-ink-soft">
      <Badge tone={status === "granted" ? "success" : "neutral"}>
        {status === "granted" ? t("Granted") : t("Declined")}
      </Badge>
      {decidedByName && t("by {name}", { name: decidedByName })}
      {decidedAt && <RelativeTime value={decidedAt} now={now} format={format} />}
    </p>
  );
}
