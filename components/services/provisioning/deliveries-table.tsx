import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import { Status } from "@/components/ui/status";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { DeliveryList } from "@/lib/services/provisioning/schema";

type Delivery = DeliveryList["items"][number];

const marks = {
  queued: { tone: "accent", label: msg("Sending") },
  delivered: { tone: "success", label: msg("Accepted") },
  failed: { tone: "danger", label: msg("Failed") },
} as const;

const events: Readonly<Record<string, Sentence>> = {
  "service.set-up": msg("Set-up"),
  "service.suspended": msg("Suspension"),
  "service.unsuspended": msg("End of the suspension"),
  "service.changed": msg("Change of plan"),
  "service.cancelled": msg("Cancellation"),
};

type Props = { serviceId: string; list: DeliveryList; resend: FormAction; format: ViewerFormat };

/** What was sent about a service, what was answered, and a button to send it again. */
export function DeliveriesTable({ serviceId, list, resend, format }: Props) {
  const columns: Column<Delivery>[] = [
    {
      key: "sent",
      header: t("Sent"),
      cell: ({ createdAt, endpoint, event }) => (
        <>
          {events[event] && <span className="block">{t(events[event])}</span>}
          <DateTime value={createdAt} style="dateTime" format={format} />
          <span className="block text-sm text-ink-soft">{endpoint}</span>
        </>
      ),
    },
    {
      key: "status",
      header: t("Status"),
      phone: "state",
      cell: ({ status, attempts, nextTryAt }) => (
        <>
          <Status tone={marks[status].tone}>{t(marks[status].label)}</Status>
          <span className="block text-sm text-ink-soft">
            {nextTryAt
              ? rich("{count, plural, one {# attempt} other {# attempts}}, next at {date}", {
                  count: attempts,
                  date: <DateTime value={nextTryAt} style="dateTime" format={format} />,
                })
              : t("{count, plural, one {# attempt} other {# attempts}}", { count: attempts })}
          </span>
        </>
      ),
    },
    {
      key: "answer",
      header: t("Response"),
      grow: true,
      cell: ({ responseStatus, responseBody, error }) => (
        <>
          {responseStatus !== null && <span className="tabular-nums">{responseStatus}</span>}
          {error && <span className="block">{error}</span>}
          {responseBody && (
            <code className="block max-h-24 overflow-auto text-sm wrap-anywhere text-ink-soft">{responseBody}</code>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <DataTable caption={t("Provisioning messages")} columns={columns} rows={list.items} rowKey={({ id }) => id} />
      {list.canResend && (
        <div className="border-t border-line px-4 py-3">
          <OperationForm
            action={resend}
            hidden={{ serviceId }}
            submitLabel={t("Send again")}
            submitVariant="secondary"
            submitSize="sm"
            pendingLabel={t("Sending…")}
            doneMessage={t("Queued to be sent again.")}
            label={t("Send again")}
          />
        </div>
      )}
    </>
  );
}
