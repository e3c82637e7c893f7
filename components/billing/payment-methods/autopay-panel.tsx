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
  /** Not given to whoever may not turn it on or off. */
  action?: FormAction;
  format: ViewerFormat;
};

/** Whether invoices are paid by themselves, with what, and when the next time comes. */
export function AutopayPanel({ list, action, format }: AutopayPanelProps) {
  const { on, next } = list.autopay;
  const method = list.items.find(({ isDefault, validity }) => isDefault && validity !== "expired");
  return (
    <Panel
      title="Automatic payment"
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
            submitLabel={on ? "Turn automatic payment off" : "Turn automatic payment on"}
            submitVariant={on ? "secondary" : "primary"}
            pendingLabel="Saving…"
            doneMessage={on ? "Automatic payment is off." : "Automatic payment is on."}
            label="Automatic payment"
          />
        )}
        {action && !on && !method && (
          <p className="text-ink-soft">To turn it on, add a card or bank account that can be charged.</p>
        )}
      </div>
    </Panel>
  );
}

type Next = PaymentMethodList["autopay"]["next"];

function Charging({ next, method, format }: { next: Next; method?: PaymentMethod; format: ViewerFormat }) {
  if (!method)
    return <>It is on, but the default card cannot be charged any more. Replace it, or invoices stay unpaid.</>;
  const name = `${method.brand} ending in ${method.last4}`;
  if (!next) return <>Invoices are charged to {name} on the day they are due. None is waiting now.</>;
  return (
    <>
      Invoices are charged to {name} on the day they are due. Next: <Money value={next.amount} format={format} /> on{" "}
      <DateTime value={next.at} style="long" format={format} />
      {next.invoices > 1 && ` for ${next.invoices} invoices`}.
    </>
  );
}

function Waiting({ next, format }: { next: Next; format: ViewerFormat }) {
  if (!next) return <>Invoices wait until somebody pays them.</>;
  return (
    <>
      Invoices wait until somebody pays them. Turned on, the first charge would be{" "}
      <Money value={next.amount} format={format} /> on <DateTime value={next.at} style="long" format={format} />
      {next.invoices > 1 && ` for ${next.invoices} invoices`}.
    </>
  );
}
