import { redirect } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { ProfileFacts } from "@/components/accounts/settings/profile-facts";
import { ProfileForm } from "@/components/accounts/settings/profile-form";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { updateAccountProfile } from "@/lib/accounts/settings/update-profile";
import { viewAccountProfile } from "@/lib/accounts/settings/view-profile";

export const metadata = { title: "Account profile" };

export default accountPage(async ({ execute, can, action, base, actor }) => {
  if (!can("settings.profile.view") && can("settings.notices.view")) redirect(`${base}/settings/notices`);
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
      <SettingsTabs base={base} active="" can={can} />
      {can("settings.profile.update") ? (
        <ProfileForm profile={profile} locale={actor.locale} action={action(updateAccountProfile)} />
      ) : (
        <ProfileFacts profile={profile} locale={actor.locale} />
      )}
    </>
  );
});
