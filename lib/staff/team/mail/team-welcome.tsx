import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface TeamWelcomeMailProps {
  readonly name: string;
  readonly email: string;
  readonly roles: string;
  readonly addedBy: string;
  /** The person has no password yet. */
  readonly needsPassword: boolean;
  readonly href: string;
}

/** To a new team member. Contains no secret: the first password is set with a reset link. */
export function TeamWelcomeMail({ name, email, roles, addedBy, needsPassword, href }: TeamWelcomeMailProps) {
  return (
    <MailLayout
      preview={`${addedBy} added you as ${roles}`}
      heading="Welcome to the team"
      footer={`If you don't know ${addedBy}, you can ignore this email.`}
    >
      <MailText>Hello {name},</MailText>
      <MailText>{addedBy} added you to the team in our staff console.</MailText>
      <MailFacts
        facts={[
          ["Email address", email],
          ["Your roles", roles],
        ]}
      />
      {needsPassword && (
        <MailText>
          To set your password, request a reset link for this email address, open it, and then sign in.
        </MailText>
      )}
      <MailButton href={href}>{needsPassword ? "Set password" : "Open staff console"}</MailButton>
    </MailLayout>
  );
}
