import type { Metadata } from "next";
import { cookies } from "next/headers";
import { OwnAccounts } from "@/components/identity/profile/own-accounts";
import { PreferencesForm } from "@/components/identity/profile/preferences-form";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { placeIn } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { updateOwnProfile } from "@/lib/identity/profile/update-own-profile";
import { viewOwnProfile } from "@/lib/identity/profile/view-own-profile";
import { localeOptions } from "@/lib/platform/kernel/locales";
import { readTheme, themeCookie } from "@/lib/platform/kernel/theme";
import { timeZoneOptions } from "@/lib/platform/kernel/time-zones";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { personPage } from "../page-context";

export const generateMetadata = (): Metadata => ({ title: t("Profile") });

export default personPage(async ({ execute, action, actor, search, realNow: now }) => {
  const [profile, accounts] = await Promise.all([
    execute(viewOwnProfile, {}),
    execute(listAccounts, fromStrings(listAccounts.input, placeIn(search))),
  ]);
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    <>
      <PageHeader title={t("Profile")} description={t("Signed in as {email}.", { email: profile.email })} />
      <div className="flex flex-col gap-5">
        <Panel title={t("Personal details")}>
          <PreferencesForm
            action={action(updateOwnProfile)}
            profile={profile}
            locales={localeOptions(profile.locale)}
            timeZones={timeZoneOptions(profile.timeZone)}
            now={now}
          />
        </Panel>
        <Panel title={t("Appearance")} description={t("Applies to this browser only.")}>
          <div className="-mx-2 max-w-xs">
            <ThemeSwitch theme={theme} />
          </div>
        </Panel>
        {(accounts.total > 0 || !actor.isStaff) && (
          <Panel title={t("Your accounts")} description={t("Switch between them at the top of every page.")} flush>
            <OwnAccounts accounts={accounts.items} />
            {accounts.total > accounts.pageSize && (
              <Pagination {...pageLinks("/profile", {}, accounts, [msg("account@@of"), msg("accounts@@of")])} />
            )}
          </Panel>
        )}
      </div>
    </>
  );
});
