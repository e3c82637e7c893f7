import type { Metadata } from "next";
import { AuthenticatorForm } from "@/components/identity/two-factor/authenticator-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { confirmAuthenticator } from "@/lib/identity/two-factor/confirm-authenticator";
import { startAuthenticator } from "@/lib/identity/two-factor/start-authenticator";
import { viewAuthenticatorSetup } from "@/lib/identity/two-factor/view-authenticator-setup";
import { viewTwoFactor } from "@/lib/identity/two-factor/view-two-factor";
import { t } from "@/lib/platform/language/t";
import { personPage } from "../../../page-context";

export const generateMetadata = (): Metadata => ({ title: t("Authenticator app") });

export default personPage(async ({ execute, action }) => {
  const [{ setup }, { authenticator }] = await Promise.all([
    execute(viewAuthenticatorSetup, {}),
    execute(viewTwoFactor, {}),
  ]);
  return (
    <>
      <PageHeader
        title={t("Authenticator app")}
        description={t(
          "An app on your phone that shows a new code every 30 seconds. Any app for one-time codes works.",
        )}
        breadcrumb={[{ label: t("Sign-in and security"), href: "/profile/security" }]}
      />
      <Panel className="max-w-2xl">
        <AuthenticatorForm
          setup={setup}
          inUse={authenticator !== null}
          start={action(startAuthenticator)}
          confirm={action(confirmAuthenticator)}
        />
      </Panel>
    </>
  );
});
