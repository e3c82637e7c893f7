import type { Metadata } from "next";
import { settingsOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { CloseAccountPanel } from "@/components/accounts/settings/close-account-panel";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { closeAccount } from "@/lib/accounts/settings/close-account";
import { previewClosing } from "@/lib/accounts/settings/preview-closing";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Close account") });

export default accountPage(async ({ execute, may, action, base }) => {
  const preview = await execute(previewClosing, {});
  return (
    <>
      <PageHeader title={t("Settings")} description={t("Only the account owner can close the account.")} />
      <SettingsTabs base={base} active="/close" opens={(path) => may(settingsOperations[path])} />
      <CloseAccountPanel preview={preview} base={base} action={action(closeAccount, base)} />
    </>
  );
});
