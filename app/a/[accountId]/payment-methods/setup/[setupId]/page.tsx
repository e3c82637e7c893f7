import type { Metadata } from "next";
import { type AccountPageContext, accountPage } from "@/app/page-context";
import { SandboxForm } from "@/components/billing/payment-methods/sandbox-form";
import { SetupOutcome } from "@/components/billing/payment-methods/setup-outcome";
import { StripeForm } from "@/components/billing/payment-methods/stripe-form";
import { TestNumbers } from "@/components/billing/payment-methods/test-numbers";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { finishSetup } from "@/lib/billing/payment-methods/finish-setup";
import type { SetupDetail } from "@/lib/billing/payment-methods/schema";
import { viewSetup } from "@/lib/billing/payment-methods/view-setup";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Add payment method") });

export default accountPage(async ({ execute, afterCommit, params, ...page }) => {
  const input = { setupId: params.setupId ?? "" };
  const output = await execute(viewSetup, input);
  return async () => draw(await afterCommit(viewSetup, { output, input }), page);
});

function draw(setup: SetupDetail, { action, base, search }: Pick<AccountPageContext, "action" | "base" | "search">) {
  const { gateway, kind } = setup;
  const list = `${base}/payment-methods`;
  const query = search.pay ? `?pay=${encodeURIComponent(search.pay)}` : "";
  const invoices = (search.pay ?? "").split(",").filter(Boolean);
  const finish = action(finishSetup, `${list}/setup/{id}${query}`);
  return (
    <div className="max-w-xl">
      <PageHeader
        title={kind === "card" ? t("Add card") : t("Add bank account")}
        breadcrumb={[{ label: t("Payment methods"), href: list }]}
      />
      {gateway.name === "none" && (
        <SetupOutcome
          setup={setup}
          listHref={list}
          againHref={`${list}/add${query}`}
          payHref={
            invoices.length > 0
              ? `${base}/invoices/pay?${invoices.map((id) => `invoice=${encodeURIComponent(id)}`).join("&")}`
              : undefined
          }
        />
      )}
      {gateway.name === "stripe" && (
        <Panel>
          <StripeForm
            setupId={setup.id}
            publishableKey={gateway.publishableKey}
            clientSecret={gateway.clientSecret}
            action={finish}
            returned={search.redirect_status !== undefined}
          />
        </Panel>
      )}
      {gateway.name === "sandbox" && (
        <div className="flex flex-col gap-4">
          <Callout title={t("Test mode")}>
            {t(
              "Only the test numbers below are accepted. Never enter a real number: it would be rejected without being sent.",
            )}
          </Callout>
          <Panel>
            <SandboxForm setup={setup} tests={gateway.tests} action={finish} cancelHref={list} />
          </Panel>
          <Panel title={t("Test numbers")}>
            <TestNumbers tests={gateway.tests} />
          </Panel>
        </div>
      )}
    </div>
  );
}
