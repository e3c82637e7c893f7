import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import { Status } from "@/components/ui/status";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { DeliveryList } from "@/lib/services/provisioning/schema";

type Delivery = DeliveryList["items"][number];

const marks = {
  queued: { tone: "accent", label: "Sending" },
  delivered: { tone: "success", label: "Accepted" },
  failed: { tone: "danger", label: "Failed" },
} as const;

type Props = { serviceId: string; list: DeliveryList; resend: FormAction; format: ViewerFormat };

/** What was sent about a service, what was answered, and a button to send it again. */
export function DeliveriesTable({ serviceId, list, resend, format }: Props) {
  const columns: Column<Delivery>[] = [
    {
      key: "sent",
      header: "Sent",
      cell: ({ createdAt, endpoint }) => (
        <>
          <DateTime value={createdAt} style="dateTime" format={format} />
          <span className="block text-sm text-ink-soft">{endpoint}</span>
        </>
      ),
    },
    {
      key: "status",
      header: "Status",
      phone: "state",
      cell: ({ status, attempts, nextTryAt }) => (
        <>
          <Status tone={marks[status].tone}>{marks[status].label}</Status>
          <span className="block text-sm text-ink-soft">
            {attempts === 1 ? "1 attempt" : `${attempts} attempts`}
            {nextTryAt && (
              <>
                , next at <DateTime value={nextTryAt} style="dateTime" format={format} />
              </>
            )}
          </span>
        </>
      ),
    },
    {
      key: "answer",
      header: "Response",
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
      <DataTable caption="Provisioning messages" columns={columns} rows={list.items} rowKey={({ id }) => id} />
      {list.canResend && (
        <div className="border-t border-line px-4 py-3">
          <OperationForm
            action={resend}
            hidden={{ serviceId }}
            submitLabel="Send again"
            submitVariant="secondary"
            submitSize="sm"
            pendingLabel="Sending…"
            doneMessage="Queued to be sent again."
            label="Send again"
          />
        </div>
      )}
    </>
  );
}
