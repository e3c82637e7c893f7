import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { callerOfPage } from "@/lib/http/caller-of-page";
import { findInvitation, type InvitationView } from "@/lib/identity/sign-in/find-invitation";
import { signedInPerson } from "@/lib/identity/sign-in/signed-in-person";
import { env } from "@/lib/platform/config/env";
import { defaultFormat } from "@/lib/platform/kernel/viewer-format";
import { AcceptForm, JoinForm, OtherPerson, SignInFirst } from "./join-forms";

export const metadata: Metadata = { title: "Invitation" };

/** Shows an invitation. Opening it uses nothing up, so a mail scanner may follow the link; a form accepts. */
export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (invitation?.state !== "open") return <Dead invitation={invitation} />;
  const { claim } = await callerOfPage("page");
  const person = await signedInPerson(claim);
  const { accountName, invitedBy, email, access, expiresAt } = invitation;
  return (
    <PublicFrame
      title={`Join ${accountName}`}
      description={`${invitedBy} invites you to the account of ${accountName}.`}
      company={env().COMPANY_NAME}
      size="wide"
    >
      <KeyValueList
        items={[
          { label: "Your access", value: access },
          { label: "For the address", value: email },
          { label: "Open until", value: <DateTime value={expiresAt} format={person ?? defaultFormat} /> },
        ]}
      />
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
  accepted: ["This invitation has been accepted", "It works once. Sign in to see the account."],
  revoked: ["This invitation was taken back", "A newer one may have been sent. If not, ask whoever invited you."],
  expired: ["This invitation is too old", "It was open for seven days. Ask whoever invited you to send another."],
  held: [
    "This invitation is waiting for approval",
    "The person who invited you can no longer give you this access. Once the account owner approves it, this link works again.",
  ],
  closed: ["The account is closed", "Nobody can join it any more."],
  unknown: ["This link opens no invitation", "Check that the address was copied whole."],
} as const;

function Dead({ invitation }: { invitation: InvitationView | null }) {
  const state = invitation === null || invitation.state === "open" ? "unknown" : invitation.state;
  const [title, description] = words[state];
  return (
    <PublicFrame title={title} description={description} company={env().COMPANY_NAME}>
      <ButtonLink href="/sign-in" variant={state === "accepted" ? "primary" : "secondary"}>
        Go to sign-in
      </ButtonLink>
    </PublicFrame>
  );
}
