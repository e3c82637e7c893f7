import { t } from "@/lib/platform/language/t";
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
      preview={over ? t("Expired {day}.", { day }) : t("Expires {day}.", { day })}
      heading={over ? t("Card expired") : t("Card expiring soon")}
      footer={t("You're receiving this because you get billing notifications for {accountName}.", { accountName })}
    >
      <MailText>
        {automatic
          ? t("Autopay charges invoices to this card. Replace it so payments don't fail.")
          : t("Replace it to keep paying by card.")}
      </MailText>
      <MailFacts
        facts={[
          [t("Card"), card],
          [over ? t("Expired") : t("Expires"), day],
          [t("Account"), accountName],
        ]}
      />
      {href && <MailButton href={href}>{t("View payment methods")}</MailButton>}
    </MailLayout>
  );
}
