import { redirect } from "next/navigation";
import { settingsOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { ProfileFacts } from "@/components/accounts/settings/profile-facts";
import { ProfileForm } from "@/components/accounts/settings/profile-form";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { updateAccountProfile } from "@/lib/accounts/settings/update-profile";
import { viewNotices } from "@/lib/accounts/settings/view-notices";
import { viewAccountProfile } from "@/lib/accounts/settings/view-profile";

export const metadata = { title: "Account profile" };

export default accountPage(async ({ execute, may, action, base, actor }) => {
  if (!may(viewAccountProfile) && may(viewNotices)) redirect(`${base}/settings/notices`);
  const profile = await execute(viewAccountProfile, {});
  return (
    <>
      <PageHeader
        title="Settings"
        description={
          <>
            {profile.name}, account {profile.number}, customer since{" "}
            <DateTime value={profile.customerSince} format={actor} />. The owner is {profile.owner}.
          </>
        }
      />
      <SettingsTabs base={base} active="" opens={(path) => may(settingsOperations[path])} />
      {may(updateAccountProfile) ? (
        <ProfileForm profile={profile} locale={actor.locale} action={action(updateAccountProfile)} />
      ) : (
        <ProfileFacts profile={profile} locale={actor.locale} />
      )}
    </>
  );
});
