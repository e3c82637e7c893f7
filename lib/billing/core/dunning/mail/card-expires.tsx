import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface CardExpiresProps {
  readonly accountName: string;
  readonly card: string;
  readonly lastDay: Date;
  readonly over: boolean;
  /** Invoices are charged to it by themselves. */
  readonly automatic: boolean;
  /** Null for readers who cannot sign in. */
  readonly href: string | null;
}

/** A card that expires, to those who get billing notices. */
export function CardExpires({ accountName, card, lastDay, over, automatic, href }: CardExpiresProps) {
  const day = dayInWords(lastDay);
  return (
    <MailLayout
      preview={over ? `Its last day was ${day}.` : `Its last day is ${day}.`}
      heading={over ? "A card has expired" : "A card expires soon"}
      footer={`You get this because you receive billing notices of ${accountName}.`}
    >
      <MailText>
        {automatic
          ? "Invoices are charged to this card by themselves. Add another before that stops working."
          : "Add another if you want to go on paying by card."}
      </MailText>
      <MailFacts
        facts={[
          ["Card", card],
          ["Last day", day],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>Look at payment methods</MailButton>}
    </MailLayout>
  );
}
