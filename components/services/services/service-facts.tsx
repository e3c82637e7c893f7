import { Price } from "@/components/services/catalogue/price";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { ServiceDetail } from "@/lib/services/services/schema";

export function ServiceFacts({ service, format }: { service: ServiceDetail; format: ViewerFormat }) {
  const { price, order, status } = service;
  const day = (value: string | null) => value && <DateTime value={value} format={format} />;
  return (
    <KeyValueList
      items={[
        { label: "Product", value: service.product },
        { label: "Category", value: service.family },
        { label: "Location", value: service.location },
        ...(service.options.length > 0 ? [{ label: "Options", value: service.options.join(", ") }] : []),
        ...(price ? [{ label: "Price", value: <PriceWithoutTax price={price} locale={format.locale} /> }] : []),
        ...(status === "pending"
          ? []
          : [{ label: status === "cancelled" ? "Started" : "Active since", value: day(service.startedAt) }]),
        ...(status === "cancelled"
          ? [
              { label: "Cancelled on", value: day(service.cancelledAt) },
              { label: "Reason", value: service.cancelReason },
            ]
          : [
              service.endsAt
                ? { label: "Ends", value: day(service.endsAt) }
                : { label: "Renews", value: day(service.renewsAt) },
            ]),
        ...(order ? [{ label: "Order", value: `#${order.number}, placed by ${order.placedBy}` }] : []),
      ]}
    />
  );
}

const PriceWithoutTax = ({ price, locale }: { price: NonNullable<ServiceDetail["price"]>; locale: string }) => (
  <>
    <Price value={price} locale={locale} /> <span className="text-ink-soft">excluding tax</span>
  </>
);
