import type { Metadata } from "next";
import { EmailPanel } from "@/components/identity/profile/email-panel";
import { PasswordForm } from "@/components/identity/profile/password-form";
import { SessionsPanel } from "@/components/identity/sessions/sessions-panel";
import { TwoFactorPanel } from "@/components/identity/two-factor/two-factor-panel";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Panel } from "@/components/ui/panel";
import { orderIn, placeIn, sortProps } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { changePassword } from "@/lib/identity/profile/change-password";
import { requestEmailChange } from "@/lib/identity/profile/request-email-change";
import { sendVerification } from "@/lib/identity/profile/send-verification";
import { viewOwnProfile } from "@/lib/identity/profile/view-own-profile";
import { withdrawEmailChange } from "@/lib/identity/profile/withdraw-email-change";
import { listSessions } from "@/lib/identity/sessions/list-sessions";
import { revokeSession } from "@/lib/identity/sessions/revoke-session";
import { signOutEverywhere } from "@/lib/identity/sessions/sign-out-everywhere";
import { removeAuthenticator } from "@/lib/identity/two-factor/remove-authenticator";
import { removePasskey } from "@/lib/identity/two-factor/remove-passkey";
import { viewTwoFactor } from "@/lib/identity/two-factor/view-two-factor";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { personPage } from "../../page-context";

export const generateMetadata = (): Metadata => ({ title: t("Sign-in and security") });

export default personPage(async ({ execute, action, actor, search, realNow: now }) => {
  const [profile, twoFactor, list] = await Promise.all([
    execute(viewOwnProfile, {}),
    execute(viewTwoFactor, {}),
    execute(listSessions, fromStrings(listSessions.input, [...orderIn(search), ...placeIn(search)])),
  ]);
  return (
    <>
      <PageHeader
        title={t("Sign-in and security")}
        description={t("Email address, password, two-factor sign-in and sessions.")}
      />
      <div className="flex flex-col gap-5">
        <EmailPanel
          profile={profile}
          format={actor}
          change={action(requestEmailChange)}
          withdraw={action(withdrawEmailChange)}
          verify={action(sendVerification)}
        />
        <Panel title={t("Password")} description={t("Changing it signs out all other sessions.")}>
          <PasswordForm action={action(changePassword)} email={profile.email} />
        </Panel>
        <TwoFactorPanel
          twoFactor={twoFactor}
          format={actor}
          now={now}
          removeApp={action(removeAuthenticator)}
          removePasskey={action(removePasskey)}
        />
        <SessionsPanel
          order={sortProps("/profile/security", search, { key: "lastSeen", direction: "desc" })}
          sessions={list.items}
          pages={pageLinks("/profile/security", search, list, [msg("session@@of"), msg("sessions@@of")])}
          format={actor}
          now={now}
          revoke={action(revokeSession)}
          everywhere={action(signOutEverywhere)}
        />
      </div>
    </>
  );
});
