import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface OwnershipNewsMailProps {
  readonly name: string;
  readonly account: string;
  readonly heading: string;
  readonly text: string;
  readonly href: string;
}

/** To the people whom an offer of ownership concerns: what has become of it. */
export function OwnershipNewsMail({ name, account, heading, text, href }: OwnershipNewsMailProps) {
  return (
    <MailLayout preview={text} heading={heading} footer={`You get this because it concerns your place on ${account}.`}>
      <MailText>Hello {name},</MailText>
      <MailText>{text}</MailText>
      <MailButton href={href}>See who owns the account</MailButton>
    </MailLayout>
  );
}
