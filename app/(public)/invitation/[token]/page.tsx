import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { callerOfPage } from "@/lib/http/caller-of-page";
import { findInvitation, type InvitationView } from "@/lib/identity/sign-in/find-invitation";
import { signedInPerson } from "@/lib/identity/sign-in/signed-in-person";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { defaultFormat } from "@/lib/platform/kernel/viewer-format";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { AcceptForm, JoinForm, OtherPerson, SignInFirst } from "./join-forms";

export const generateMetadata = (): Metadata => ({ title: t("Invitation") });

/** Shows an invitation. Opening it changes nothing, so mail scanners may follow the link; only the form accepts. */
export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (invitation?.state !== "open") return <Dead invitation={invitation} />;
  const { credential } = await callerOfPage("page");
  const person = await signedInPerson(credential);
  const { accountName, invitedBy, email, access, expiresAt } = invitation;
  return (
    <PublicFrame
      title={t("Join {accountName}", { accountName })}
      description={t("{invitedBy} has invited you to join {accountName}.", { invitedBy, accountName })}
      brand={await currentBrand()}
      size="wide"
    >
      <KeyValueList
        items={[
          { label: t("Your access"), value: access },
          { label: t("Email address"), value: email },
          {
            label: t("Expires"),
            value: <DateTime value={expiresAt} format={person ?? { ...defaultFormat, locale: currentLocale() }} />,
          },
        ]}
      />
      {invitation.twoFactorFrom && (
        <Callout kind="info" title={t("This account requires two-factor sign-in")} className="mt-5">
          {invitation.twoFactorFrom <= new Date()
            ? t("After joining, set it up in your profile. You need an authenticator app or a passkey.")
            : t("Set it up in your profile after joining. You need an authenticator app or a passkey.")}
        </Callout>
      )}
      <div className="mt-6 border-t border-line pt-5">
        {person === null && !invitation.hasLogin && <JoinForm token={token} invitation={invitation} />}
        {person === null && invitation.hasLogin && <SignInFirst token={token} />}
        {person !== null && person.email === email && <AcceptForm token={token} invitation={invitation} />}
        {person !== null && person.email !== email && (
          <OtherPerson token={token} email={email} current={person.email} />
        )}
      </div>
    </PublicFrame>
  );
}

const words = {
  accepted: [msg("This invitation has already been accepted"), msg("Sign in to open the account.")],
  revoked: [
    msg("This invitation was revoked"),
    msg("Check your inbox for a newer one, or ask the person who invited you."),
  ],
  expired: [
    msg("This invitation has expired"),
    msg("Invitations expire after 7 days. Ask the person who invited you to resend it."),
  ],
  held: [
    msg("This invitation is awaiting approval"),
    msg(
      "The person who invited you can no longer grant this access. This link works again once the account owner approves it.",
    ),
  ],
  closed: [msg("This account is closed"), msg("New people can no longer join it.")],
  unknown: [msg("Invitation not found"), msg("Check that you copied the whole link.")],
} as const;

async function Dead({ invitation }: { invitation: InvitationView | null }) {
  const state = invitation === null || invitation.state === "open" ? "unknown" : invitation.state;
  const [title, description] = words[state];
  return (
    <PublicFrame title={t(title)} description={t(description)} brand={await currentBrand()}>
      <ButtonLink href="/sign-in" variant={state === "accepted" ? "primary" : "secondary"}>
        {t("Go to sign-in")}
      </ButtonLink>
    </PublicFrame>
  );
}
