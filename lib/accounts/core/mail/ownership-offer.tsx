import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface OwnershipOfferMailProps {
  readonly name: string;
  readonly owner: string;
  readonly account: string;
  /** The staff member who started the transfer for the owner, if any. */
  readonly arrangedBy?: string;
  readonly expiresAt: Date;
  readonly href: string;
}

/** To the intended new owner. */
export function OwnershipOfferMail({ name, owner, account, arrangedBy, expiresAt, href }: OwnershipOfferMailProps) {
  return (
    <MailLayout
      preview={`Accept or decline by ${dayInWords(expiresAt)}`}
      heading={`${owner} wants to transfer ownership of ${account} to you`}
      footer="Nothing changes unless you sign in and accept."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        The owner has full control of the account. Only the owner can order or cancel services, transfer ownership or
        close the account. If you accept, {owner} becomes an administrator.
      </MailText>
      <MailFacts
        facts={[
          ["Account", account],
          ["Current owner", owner],
          ["Arranged by", arrangedBy],
          ["Expires", dayInWords(expiresAt)],
        ]}
      />
      <MailButton href={href}>Review transfer</MailButton>
    </MailLayout>
  );
}
