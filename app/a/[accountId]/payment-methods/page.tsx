import type { Metadata } from "next";
import { billingOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { BillingTabs } from "@/components/billing/core/billing-tabs";
import { AutopayPanel } from "@/components/billing/payment-methods/autopay-panel";
import { FailingDefault } from "@/components/billing/payment-methods/failing-default";
import { MethodActs } from "@/components/billing/payment-methods/method-acts";
import { PaymentMethodList } from "@/components/billing/payment-methods/payment-method-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { askedConfirm } from "@/components/ui/row-confirm";
import { placeIn } from "@/components/ui/sort-props";
import { changeAutopay } from "@/lib/billing/payment-methods/change-autopay";
import { listPaymentMethods } from "@/lib/billing/payment-methods/list-payment-methods";
import { makeDefault } from "@/lib/billing/payment-methods/make-default";
import { removeMethod } from "@/lib/billing/payment-methods/remove-method";
import { viewSetupChoices } from "@/lib/billing/payment-methods/setup-choices";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Payment methods") });

export default accountPage(async ({ execute, may, action, base, search, actor }) => {
  const list = await execute(listPaymentMethods, fromStrings(listPaymentMethods.input, placeIn(search)));
  const here = `${base}/payment-methods`;
  const mayChange = may(viewSetupChoices);
  const add = mayChange && list.online !== null && (
    <ButtonLink href={`${here}/add`} variant="primary" icon={<Icon name="plus" />}>
      {t("Add payment method")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("Payment methods")}
        description={t(
          "Cards and bank accounts used to pay invoices. We store only the last four digits; the payment provider holds the full numbers.",
        )}
        actions={list.total > 0 && add}
      />
      <BillingTabs base={base} active="/payment-methods" opens={(path) => may(billingOperations[path])} />
      <FailingDefault method={list.default} addHref={mayChange ? here : undefined} />
      <Panel flush>
        {list.total > 0 ? (
          <PaymentMethodList
            methods={list.items}
            locale={actor.locale}
            actsOf={
              mayChange
                ? (method) => (
                    <MethodActs
                      method={method}
                      list={list}
                      makeDefault={action(makeDefault)}
                      remove={action(removeMethod)}
                      replaceHref={`${here}/add?replaces=${method.id}`}
                      asked={askedConfirm(here, search)}
                    />
                  )
                : undefined
            }
          />
        ) : (
          <EmptyState icon={<Icon name="credit-card" />} title={t("No payment methods yet")} actions={add}>
            {t("Pay by bank transfer. The bank details are on every invoice.")}
          </EmptyState>
        )}
        {list.total > list.pageSize && (
          <Pagination {...pageLinks(here, {}, list, [msg("payment method@@of"), msg("payment methods@@of")])} />
        )}
      </Panel>
      <AutopayPanel list={list} action={may(changeAutopay) ? action(changeAutopay) : undefined} format={actor} />
    </>
  );
});
