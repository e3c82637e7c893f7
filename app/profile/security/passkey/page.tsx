import type { Metadata } from "next";
import { PasskeyForm } from "@/components/identity/two-factor/passkey-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { addPasskey } from "@/lib/identity/two-factor/add-passkey";
import { startPasskey } from "@/lib/identity/two-factor/start-passkey";
import { viewTwoFactor } from "@/lib/identity/two-factor/view-two-factor";
import { t } from "@/lib/platform/language/t";
import { personPage } from "../../../page-context";

export const generateMetadata = (): Metadata => ({ title: t("Add a passkey") });

export default personPage(async ({ execute, action }) => {
  await execute(viewTwoFactor, {});
  return (
    <>
      <PageHeader
        title={t("Add a passkey")}
        description={t(
          "Your fingerprint, face, PIN or a security key. It works on this portal only, so it can't be phished.",
        )}
        breadcrumb={[{ label: t("Sign-in and security"), href: "/profile/security" }]}
      />
      <Panel className="max-w-2xl">
        <PasskeyForm start={action(startPasskey)} add={action(addPasskey)} />
      </Panel>
    </>
  );
});
