import type { Metadata } from "next";
import { RenewCodesForm } from "@/components/identity/two-factor/renew-codes-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { renewCodes } from "@/lib/identity/two-factor/renew-codes";
import { viewTwoFactor } from "@/lib/identity/two-factor/view-two-factor";
import { t } from "@/lib/platform/language/t";
import { personPage } from "../../../page-context";

export const generateMetadata = (): Metadata => ({ title: t("Recovery codes") });

export default personPage(async ({ execute, action }) => {
  const { recoveryCodesLeft } = await execute(viewTwoFactor, {});
  return (
    <>
      <PageHeader
        title={t("Recovery codes")}
        description={t("Each signs you in once without your phone or passkey.")}
        breadcrumb={[{ label: t("Sign-in and security"), href: "/profile/security" }]}
      />
      <Panel className="max-w-2xl">
        <RenewCodesForm renew={action(renewCodes)} left={recoveryCodesLeft} />
      </Panel>
    </>
  );
});
