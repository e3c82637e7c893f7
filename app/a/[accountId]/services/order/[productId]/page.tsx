import { randomUUID } from "node:crypto";
import { accountPage } from "@/app/page-entrance";
import { OrderForm } from "@/components/services/order-form";
import { OrderSummary } from "@/components/services/order-summary";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { notFound } from "@/lib/kernel/problem";
import { listProducts } from "@/lib/services/list-products";
import { orderService } from "@/lib/services/order-service";

export const metadata = { title: "Confirm an order" };

export default accountPage(async ({ ask, action, base, params, actor, account }) => {
  const { items } = await ask(listProducts, {});
  const product = items.find(({ id }) => id === params.productId);
  if (product === undefined) throw notFound();
  const catalogue = `${base}/services/order`;
  return (
    <>
      <PageHeader
        title={`Order ${product.name}`}
        breadcrumb={[
          { label: "Services", href: `${base}/services` },
          { label: "Order a service", href: catalogue },
        ]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel title="Order" className="max-lg:order-2">
          <OrderForm
            product={product}
            action={action(orderService, `${catalogue}/placed/{id}`)}
            idempotencyKey={randomUUID()}
            backHref={catalogue}
            locale={actor.locale}
          />
        </Panel>
        <Panel title="You order">
          <OrderSummary product={product} accountName={account.name} locale={actor.locale} />
        </Panel>
      </div>
    </>
  );
});
