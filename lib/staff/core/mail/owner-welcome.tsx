import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface OwnerWelcomeMailProps {
  readonly name: string;
  readonly email: string;
  readonly account: string;
  readonly number: string;
  /** The hosting company. */
  readonly company: string;
  readonly href: string;
  /** When the link to set a first password expires; null if they can sign in already. */
  readonly expiresAt: Date | null;
}

/** To the owner of an account that staff created. */
export function OwnerWelcomeMail(props: OwnerWelcomeMailProps) {
  const { name, email, account, number, company, href, expiresAt } = props;
  return (
    <MailLayout
      preview={`You're the owner of ${account}`}
      heading={`Your account with ${company}`}
      footer={`If you don't know ${company}, you can ignore this email.`}
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        We've created an account for {account}, and you're its owner: you order services and decide who else has access.
      </MailText>
      <MailFacts
        facts={[
          ["Account number", number],
          ["Your email address", email],
          ...(expiresAt ? [["Link expires", dayInWords(expiresAt)] as const] : []),
        ]}
      />
      <MailButton href={href}>{expiresAt ? "Set password" : "Open account"}</MailButton>
      {expiresAt && <MailText>After that, use “Forgot password” on the sign-in page to get a new link.</MailText>}
    </MailLayout>
  );
}
