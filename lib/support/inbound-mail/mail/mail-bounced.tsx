import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface MailBouncedProps {
  readonly accountName: string;
  readonly address: string;
  readonly href: string;
}

/** For the account owner and staff: mail to one of the account's contacts comes back. */
export function MailBounced({ accountName, address, href }: MailBouncedProps) {
  return (
    <MailLayout preview={t("{address} couldn't be reached.", { address })} heading={t("Email to a contact comes back")}>
      <MailFacts
        facts={[
          [t("Address"), address],
          [t("Account"), accountName],
        ]}
      />
      <MailText>
        {t("An email about a ticket was returned as undeliverable. Check the address. Nothing was closed or changed.")}
      </MailText>
      <MailButton href={href}>{t("Open people")}</MailButton>
    </MailLayout>
  );
}
