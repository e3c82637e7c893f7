import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { AddForm } from "@/components/billing/payment-methods/add-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { beginSetup } from "@/lib/billing/payment-methods/begin-setup";
import { viewSetupChoices } from "@/lib/billing/payment-methods/setup-choices";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Add payment method") });

export default accountPage(async ({ execute, action, base, search }) => {
  const { replaces: replacesId, pay } = search;
  const choices = await execute(viewSetupChoices, replacesId ? { replacesId } : {});
  const list = `${base}/payment-methods`;
  const query = pay ? `?pay=${encodeURIComponent(pay)}` : "";
  return (
    <div className="max-w-xl">
      <PageHeader
        title={choices.replaces ? t("Replace {label}", { label: choices.replaces.label }) : t("Add payment method")}
        breadcrumb={[{ label: t("Payment methods"), href: list }]}
        description={choices.replaces && t("The old payment method is removed once the new one is added.")}
      />
      <Panel>
        {choices.online === null ? (
          <EmptyState icon={<Icon name="landmark" />} title={t("Online payment isn't available")}>
            {t("Pay by bank transfer. The bank details are on every invoice.")}
          </EmptyState>
        ) : (
          <AddForm
            choices={choices}
            replacesId={replacesId}
            action={action(beginSetup, `${list}/setup/{id}${query}`)}
            cancelHref={list}
          />
        )}
      </Panel>
    </div>
  );
});
