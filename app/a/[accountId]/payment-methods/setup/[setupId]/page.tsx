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

export const metadata = { title: "Add a payment method" };

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
        title={kind === "card" ? "Add a card" : "Add a bank account"}
        breadcrumb={[{ label: "Payment methods", href: list }]}
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
          <Callout title="Sandbox">
            It takes the test numbers below and no others. Never type a real one: it would be refused, and not be sent.
          </Callout>
          <Panel>
            <SandboxForm setup={setup} tests={gateway.tests} action={finish} cancelHref={list} />
          </Panel>
          <Panel title="Test numbers">
            <TestNumbers tests={gateway.tests} />
          </Panel>
        </div>
      )}
    </div>
  );
}
