import type { Metadata } from "next";
import { EmailPanel } from "@/components/profile/email-panel";
import { PasswordForm } from "@/components/profile/password-form";
import { SessionsPanel } from "@/components/profile/sessions-panel";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { changePassword } from "@/lib/profile/change-password";
import { listSessions } from "@/lib/profile/list-sessions";
import { requestEmailChange } from "@/lib/profile/request-email-change";
import { revokeSession } from "@/lib/profile/revoke-session";
import { sendVerification } from "@/lib/profile/send-verification";
import { signOutEverywhere } from "@/lib/profile/sign-out-everywhere";
import { viewOwnProfile } from "@/lib/profile/view-own-profile";
import { withdrawEmailChange } from "@/lib/profile/withdraw-email-change";
import { personPage } from "../../page-entrance";

export const metadata: Metadata = { title: "Sign-in and security" };

export default personPage(async ({ ask, action, actor, realNow: now }) => {
  const profile = await ask(viewOwnProfile, {});
  const { items } = await ask(listSessions, {});
  return (
    <>
      <PageHeader title="Sign-in and security" description="What lets you, and nobody else, into your accounts." />
      <div className="flex flex-col gap-5">
        <EmailPanel
          profile={profile}
          format={actor}
          change={action(requestEmailChange)}
          withdraw={action(withdrawEmailChange)}
          verify={action(sendVerification)}
        />
        <Panel title="Password" description="Changing it signs out every other browser.">
          <PasswordForm action={action(changePassword)} email={profile.email} />
        </Panel>
        <SessionsPanel
          sessions={items}
          format={actor}
          now={now}
          revoke={action(revokeSession)}
          everywhere={action(signOutEverywhere)}
        />
      </div>
    </>
  );
});
