import { accountPage } from "@/app/page-context";
import { NoticeList } from "@/components/accounts/settings/notice-list";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { viewNotices } from "@/lib/accounts/settings/view-notices";

export const metadata = { title: "Who gets notices" };

export default accountPage(async ({ execute, can, base }) => {
  const { notices } = await execute(viewNotices, {});
  const personHref = can("people.members.view") ? (contactId: string) => `${base}/people/${contactId}` : undefined;
  return (
    <>
      <PageHeader
        title="Settings"
        description="Who gets which notice by mail, and what gives it to them. Notices come with roles, or one by one."
      />
      <SettingsTabs base={base} active="/notices" can={can} />
      <NoticeList notices={notices} personHref={personHref} />
    </>
  );
});
