import type { Metadata } from "next";
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
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Account profile") });

export default accountPage(async ({ execute, may, action, base, actor }) => {
  if (!may(viewAccountProfile) && may(viewNotices)) redirect(`${base}/settings/notices`);
  const profile = await execute(viewAccountProfile, {});
  return (
    <>
      <PageHeader
        title={t("Settings")}
        description={rich("{name}, account {number}, customer since {date}. The owner is {owner}.", {
          name: profile.name,
          number: profile.number,
          date: <DateTime value={profile.customerSince} format={actor} />,
          owner: profile.owner,
        })}
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
