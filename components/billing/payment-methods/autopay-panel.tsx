import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { Status } from "@/components/ui/status";
import type { PaymentMethod, PaymentMethodList } from "@/lib/billing/payment-methods/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

type AutopayPanelProps = {
  list: PaymentMethodList;
  /** Omitted if the viewer can't turn autopay on or off. */
  action?: FormAction;
  format: ViewerFormat;
};

/** Whether autopay is on, the method it uses, and the next charge. */
export function AutopayPanel({ list, action, format }: AutopayPanelProps) {
  const { on, next } = list.autopay;
  const method = list.items.find(({ isDefault, validity }) => isDefault && validity !== "expired");
  return (
    <Panel
      title="Autopay"
      actions={<Status tone={on ? "success" : "neutral"}>{on ? "On" : "Off"}</Status>}
      className="mt-4"
    >
      <div className="flex flex-col gap-3">
        <p className="max-w-prose text-ink-soft">
          {on ? <Charging next={next} method={method} format={format} /> : <Waiting next={next} format={format} />}
        </p>
        {action && (on || method) && (
          <OperationForm
            action={action}
            hidden={{ on: String(!on) }}
            submitLabel={on ? "Turn off autopay" : "Turn on autopay"}
            submitVariant={on ? "secondary" : "primary"}
            pendingLabel="Saving…"
            doneMessage={on ? "Autopay is off." : "Autopay is on."}
            label="Autopay"
          />
        )}
        {action && !on && !method && <p className="text-ink-soft">To turn on autopay, add a card or bank account.</p>}
      </div>
    </Panel>
  );
}

type Next = PaymentMethodList["autopay"]["next"];

function Charging({ next, method, format }: { next: Next; method?: PaymentMethod; format: ViewerFormat }) {
  if (!method)
    return <>Autopay is on, but the default card can no longer be charged. Replace it, or invoices will go unpaid.</>;
  const name = `${method.brand} ending in ${method.last4}`;
  if (!next) return <>Invoices are charged to {name} on their due date. No charge is scheduled.</>;
  return (
    <>
      Invoices are charged to {name} on their due date. Next charge: <Money value={next.amount} format={format} /> on{" "}
      <DateTime value={next.at} style="long" format={format} />
      {next.invoices > 1 && ` for ${next.invoices} invoices`}.
    </>
  );
}

function Waiting({ next, format }: { next: Next; format: ViewerFormat }) {
  if (!next) return <>Invoices must be paid manually.</>;
  return (
    <>
      Invoices must be paid manually. If you turn on autopay, the first charge will be{" "}
      <Money value={next.amount} format={format} /> on <DateTime value={next.at} style="long" format={format} />
      {next.invoices > 1 && ` for ${next.invoices} invoices`}.
    </>
  );
}
