import { t } from "@/lib/platform/language/t";
import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

/** For a verified sender who is a contact of several accounts. It names none of them, and nothing of the mail is in it. */
export function WhichAccount({ href }: { readonly href: string }) {
  return (
    <MailLayout
      preview={t("Choose it in the portal, and your email becomes a ticket.")}
      heading={t("Which account is your email about?")}
    >
      <MailText>
        {t(
          "You wrote to our support. You can write for several accounts, and your email doesn't say which one it is about. Choose it in the portal, and your email becomes a ticket.",
        )}
      </MailText>
      <MailButton href={href}>{t("Choose the account")}</MailButton>
    </MailLayout>
  );
}
