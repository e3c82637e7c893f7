import { Price } from "@/components/services/catalogue/price";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { locationInWords } from "@/lib/services/core/schema";
import type { ServiceDetail } from "@/lib/services/services/schema";

export function ServiceFacts({ service, format }: { service: ServiceDetail; format: ViewerFormat }) {
  const { price, order, status } = service;
  const day = (value: string | null) => value && <DateTime value={value} format={format} />;
  return (
    <KeyValueList
      items={[
        { label: t("Product"), value: service.product },
        { label: t("Category"), value: service.family },
        { label: t("Location"), value: locationInWords(service.location) },
        ...(service.options.length > 0 ? [{ label: t("Options"), value: service.options.join(", ") }] : []),
        ...(price ? [{ label: t("Price"), value: <PriceWithoutTax price={price} locale={format.locale} /> }] : []),
        ...(status === "pending"
          ? []
          : [{ label: status === "cancelled" ? t("Started") : t("Active since"), value: day(service.startedAt) }]),
        ...(status === "cancelled"
          ? [
              { label: t("Cancelled on"), value: day(service.cancelledAt) },
              { label: t("Reason"), value: service.cancelReason },
            ]
          : [
              service.endsAt
                ? { label: t("Ends"), value: day(service.endsAt) }
                : { label: t("Renews"), value: day(service.renewsAt) },
            ]),
        ...(order
          ? [
              {
                label: t("Order@@purchase"),
                value: t("#{number}, placed by {name}", { number: order.number, name: order.placedBy }),
              },
            ]
          : []),
      ]}
    />
  );
}

const PriceWithoutTax = ({ price, locale }: { price: NonNullable<ServiceDetail["price"]>; locale: string }) => (
  <>
    <Price value={price} locale={locale} /> <span className="text-ink-soft">{t("excluding tax")}</span>
  </>
);
