import type { Metadata } from "next";
import { OwnAccounts } from "@/components/profile/own-accounts";
import { PreferencesForm } from "@/components/profile/preferences-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { locales } from "@/lib/kernel/locales";
import { timeZones } from "@/lib/kernel/time-zones";
import { listAccounts } from "@/lib/profile/list-accounts";
import { updateOwnProfile } from "@/lib/profile/update-own-profile";
import { viewOwnProfile } from "@/lib/profile/view-own-profile";
import { personPage } from "../page-entrance";

export const metadata: Metadata = { title: "Profile" };

export default personPage(async ({ ask, action, actor, now }) => {
  const profile = await ask(viewOwnProfile, {});
  const { items } = await ask(listAccounts, {});
  return (
    <>
      <PageHeader title="Profile" description={`You sign in with ${profile.email}.`} />
      <div className="flex flex-col gap-5">
        <Panel title="You">
          <PreferencesForm
            action={action(updateOwnProfile)}
            profile={profile}
            locales={Object.entries(locales).map(([value, label]) => ({ value, label }))}
            timeZones={timeZones}
            now={now}
          />
        </Panel>
        {(items.length > 0 || !actor.isStaff) && (
          <Panel title="Your accounts" description="Those you can switch between, at the top of every page." flush>
            <OwnAccounts accounts={items} />
          </Panel>
        )}
      </div>
    </>
  );
});
