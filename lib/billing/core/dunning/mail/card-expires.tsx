import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface CardExpiresProps {
  readonly accountName: string;
  readonly card: string;
  readonly lastDay: Date;
  readonly over: boolean;
  /** Whether autopay uses the card. */
  readonly automatic: boolean;
  /** Null for recipients without a login. */
  readonly href: string | null;
}

/** Sent to everyone who receives billing notifications when a card is expiring. */
export function CardExpires({ accountName, card, lastDay, over, automatic, href }: CardExpiresProps) {
  const day = dayInWords(lastDay);
  return (
    <MailLayout
      preview={over ? `Expired ${day}.` : `Expires ${day}.`}
      heading={over ? "Card expired" : "Card expiring soon"}
      footer={`You're receiving this because you get billing notifications for ${accountName}.`}
    >
      <MailText>
        {automatic
          ? "Autopay charges invoices to this card. Replace it so payments don't fail."
          : "Replace it to keep paying by card."}
      </MailText>
      <MailFacts
        facts={[
          ["Card", card],
          [over ? "Expired" : "Expires", day],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>View payment methods</MailButton>}
    </MailLayout>
  );
}
