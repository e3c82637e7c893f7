import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface TeamWelcomeMailProps {
  readonly name: string;
  readonly email: string;
  readonly roles: string;
  readonly addedBy: string;
  /** Nobody has signed in with this address before. */
  readonly needsPassword: boolean;
  readonly href: string;
}

/** To a new colleague. It carries no secret: a first password is chosen by the way of a forgotten one. */
export function TeamWelcomeMail({ name, email, roles, addedBy, needsPassword, href }: TeamWelcomeMailProps) {
  return (
    <MailLayout
      preview={`${addedBy} added you as ${roles}.`}
      heading="Welcome to the team"
      footer={`If you do not know ${addedBy}, ignore this mail.`}
    >
      <MailText>Hello {name},</MailText>
      <MailText>{addedBy} added you to the people who look after our customers.</MailText>
      <MailFacts
        facts={[
          ["You sign in as", email],
          ["Your roles", roles],
        ]}
      />
      {needsPassword && (
        <MailText>Choose a password first: have a link sent to this address, open it, and sign in.</MailText>
      )}
      <MailButton href={href}>{needsPassword ? "Choose a password" : "Open the staff console"}</MailButton>
    </MailLayout>
  );
}
