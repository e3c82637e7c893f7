import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface OwnershipOfferMailProps {
  readonly name: string;
  readonly owner: string;
  readonly account: string;
  /** Who of the staff made the offer for the owner, if it was not the owner. */
  readonly arrangedBy?: string;
  readonly expiresAt: Date;
  readonly href: string;
}

/** To the person whom the owner would like to take the account over. */
export function OwnershipOfferMail({ name, owner, account, arrangedBy, expiresAt, href }: OwnershipOfferMailProps) {
  return (
    <MailLayout
      preview={`Answer by ${dayInWords(expiresAt)}`}
      heading={`${owner} offers you the ownership of ${account}`}
      footer="Nothing changes unless you accept, signed in, on that page."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        The owner answers for the account: only they order and cancel services, close the account or hand it on. If you
        accept, {owner} stays on as an administrator.
      </MailText>
      <MailFacts
        facts={[
          ["Account", account],
          ["Owner until now", owner],
          ["Arranged by", arrangedBy],
          ["Answer by", dayInWords(expiresAt)],
        ]}
      />
      <MailButton href={href}>See the offer</MailButton>
    </MailLayout>
  );
}
