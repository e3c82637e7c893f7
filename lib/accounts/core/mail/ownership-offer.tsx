import { t } from "@/lib/platform/language/t";
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
      preview={t("Accept or decline by {date}", { date: dayInWords(expiresAt) })}
      heading={t("{owner} wants to transfer ownership of {account} to you", { owner, account })}
      footer={t("Nothing changes unless you sign in and accept.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {t(
          "The owner has full control of the account. Only the owner can order or cancel services, transfer ownership or close the account. If you accept, {owner} becomes an administrator.",
          { owner },
        )}
      </MailText>
      <MailFacts
        facts={[
          [t("Account"), account],
          [t("Current owner"), owner],
          [t("Arranged by"), arrangedBy],
          [t("Expires"), dayInWords(expiresAt)],
        ]}
      />
      <MailButton href={href}>{t("Review transfer")}</MailButton>
    </MailLayout>
  );
}
