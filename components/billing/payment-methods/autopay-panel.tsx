import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { Status } from "@/components/ui/status";
import type { PaymentMethod, PaymentMethodList } from "@/lib/billing/payment-methods/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

type AutopayPanelProps = {
  list: PaymentMethodList;
  /** Omitted if the viewer can't turn autopay on or off. */
  action?: FormAction;
  format: ViewerFormat;
};

/** Whether autopay is on, the method it uses, and the next charge. */
export function AutopayPanel({ list, action, format }: AutopayPanelProps) {
  const { on, next } = list.autopay;
  const method = list.default === null || list.default.validity === "expired" ? undefined : list.default;
  return (
    <Panel
      title={t("Autopay")}
      actions={<Status tone={on ? "success" : "neutral"}>{on ? t("On") : t("Off")}</Status>}
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
            submitLabel={on ? t("Turn off autopay") : t("Turn on autopay")}
            submitVariant={on ? "secondary" : "primary"}
            pendingLabel={t("Saving…")}
            doneMessage={on ? t("Autopay is off.") : t("Autopay is on.")}
            label={t("Autopay")}
          />
        )}
        {action && !on && !method && (
          <p className="text-ink-soft">{t("To turn on autopay, add a card or bank account.")}</p>
        )}
      </div>
    </Panel>
  );
}

type Next = PaymentMethodList["autopay"]["next"];

function Charging({ next, method, format }: { next: Next; method?: PaymentMethod; format: ViewerFormat }) {
  if (!method)
    return (
      <>{t("Autopay is on, but the default card can no longer be charged. Replace it, or invoices will go unpaid.")}</>
    );
  const name = t("{brand} ending in {last4}", { brand: method.brand, last4: method.last4 });
  if (!next) return <>{t("Invoices are charged to {name} on their due date. No charge is scheduled.", { name })}</>;
  return (
    <>
      {rich(
        "Invoices are charged to {name} on their due date. Next charge: {amount} on {date}{count, plural, one {} other { for # invoices}}.",
        { name, ...charge(next, format) },
      )}
    </>
  );
}

function Waiting({ next, format }: { next: Next; format: ViewerFormat }) {
  if (!next) return <>{t("Invoices must be paid manually.")}</>;
  return (
    <>
      {rich(
        "Invoices must be paid manually. If you turn on autopay, the first charge will be {amount} on {date}{count, plural, one {} other { for # invoices}}.",
        charge(next, format),
      )}
    </>
  );
}

const charge = (next: NonNullable<Next>, format: ViewerFormat) => ({
  amount: <Money value={next.amount} format={format} />,
  date: <DateTime value={next.at} style="long" format={format} />,
  count: next.invoices,
});
