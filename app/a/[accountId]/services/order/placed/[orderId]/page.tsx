import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { Price } from "@/components/services/catalogue/price";
import { OrderState } from "@/components/services/orders/order-state";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { locationInWords } from "@/lib/services/core/schema";
import { cancelOrder } from "@/lib/services/orders/cancel-order";
import { viewOrder } from "@/lib/services/orders/view-order";

export const generateMetadata = (): Metadata => ({ title: t("Order@@purchase") });

export default accountPage(async ({ execute, action, base, params, actor }) => {
  const order = await execute(viewOrder, { orderId: params.orderId ?? "" });
  const { id, number, status, invoice, price, options } = order;
  const services = `${base}/services`;
  const waits = status === "placed";
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("Order #{number}", { number })} breadcrumb={[{ label: t("Services"), href: services }]} />
      <OrderState order={order} locale={actor.locale} />
      <Panel
        title={t("Order details")}
        footer={
          <span className="flex flex-wrap gap-2">
            {waits && invoice && (
              <ButtonLink href={`${base}/invoices/${invoice.id}`} variant="primary">
                {t("View and pay invoice")}
              </ButtonLink>
            )}
            {order.serviceId && <ButtonLink href={`${services}/${order.serviceId}`}>{t("View service")}</ButtonLink>}
            {waits && (
              <ConfirmDialog
                id="cancel-order"
                action={action(cancelOrder, `${services}/order/placed/{id}`)}
                hidden={{ orderId: id }}
                trigger={t("Cancel order…")}
                title={t("Cancel order #{number}?", { number })}
                consequences={[
                  t("Its invoice is voided and nothing is due."),
                  t("{name} won't be set up.", { name: order.name }),
                ]}
                confirmLabel={t("Cancel order")}
                pendingLabel={t("Cancelling…")}
                keepLabel={t("Keep order")}
              />
            )}
          </span>
        }
      >
        <KeyValueList
          items={[
            { label: t("Product"), value: order.product },
            { label: t("Name"), value: order.name },
            { label: t("Location"), value: locationInWords(order.location) },
            ...(options.length > 0 ? [{ label: t("Options"), value: options.join(", ") }] : []),
            ...(price
              ? [{ label: t("Price excluding tax"), value: <Price value={price} locale={actor.locale} /> }]
              : []),
            { label: t("Placed"), value: <DateTime value={order.placedAt} style="dateTime" format={actor} /> },
          ]}
        />
      </Panel>
    </div>
  );
});
