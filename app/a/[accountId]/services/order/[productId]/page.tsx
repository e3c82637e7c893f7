import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { OrderChoices } from "@/components/services/orders/order-choices";
import { OrderForm } from "@/components/services/orders/order-form";
import { OrderSummary } from "@/components/services/orders/order-summary";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Stepper } from "@/components/ui/stepper";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";
import { orderService } from "@/lib/services/orders/order-service";
import { quoteOrder } from "@/lib/services/orders/quote-order";
import { choicesIn, optionsAmong } from "../../choices-in";

export const generateMetadata = (): Metadata => ({ title: t("Order service") });

export default accountPage(async ({ execute, action, base, params, query, search, actor, account }) => {
  const choices = choicesIn(query, ["term", "name", "coupon", "useCredit"]);
  const wanted = fromStrings(quoteOrder.input, Object.entries(choices));
  const quote = await execute(quoteOrder, { ...wanted, productId: params.productId ?? "" });
  const { product, mistakes } = quote;
  const sent = search.step === "review";
  const review = sent && Object.keys(mistakes).length === 0;
  const { name = "", coupon = "" } = choices;
  const catalogue = `${base}/services/order`;
  const here = `${catalogue}/${product.id}`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("Order {name}", { name: product.name })}
        description={product.description}
        breadcrumb={[
          { label: t("Services"), href: `${base}/services` },
          { label: t("Order service"), href: catalogue },
        ]}
      />
      <Stepper
        label={t("Order steps")}
        steps={[t("Configure"), t("Review and place order")]}
        current={review ? 1 : 0}
      />
      {review ? (
        <>
          <Panel title={t("Order summary")} className="mb-4">
            <OrderSummary quote={quote} name={name} accountName={account.name} locale={actor.locale} />
          </Panel>
          <Panel>
            <OrderForm
              quote={quote}
              choices={{ ...choices, term: quote.term }}
              action={action(orderService, `${catalogue}/placed/{id}`)}
              idempotencyKey={randomUUID()}
              backHref={`${here}?${new URLSearchParams(choices)}`}
              locale={actor.locale}
            />
          </Panel>
        </>
      ) : (
        <Panel>
          <OrderChoices
            quote={quote}
            chosen={{ options: optionsAmong(choices), name, coupon, useCredit: choices.useCredit !== "false" }}
            errors={sent ? mistakes : {}}
            action={here}
            backHref={catalogue}
            locale={actor.locale}
          />
        </Panel>
      )}
    </div>
  );
});
