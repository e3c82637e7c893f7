import { accountPage } from "@/app/page-context";
import { CloseAccountPanel } from "@/components/accounts/settings/close-account-panel";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { closeAccount } from "@/lib/accounts/settings/close-account";
import { previewClosing } from "@/lib/accounts/settings/preview-closing";

export const metadata = { title: "Close account" };

export default accountPage(async ({ execute, can, action, base }) => {
  const preview = await execute(previewClosing, {});
  return (
    <>
      <PageHeader title="Settings" description="Closing is the owner's alone." />
      <SettingsTabs base={base} active="/close" can={can} />
      <CloseAccountPanel preview={preview} base={base} action={action(closeAccount, base)} />
    </>
  );
});
