import { t } from "@/lib/platform/language/t";
import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

/** For a contact whose mail was refused. Nothing of that mail is in it. */
export function MailRefused({ accountName, href }: { readonly accountName: string; readonly href: string }) {
  return (
    <MailLayout
      preview={t("You don't have permission for that by email or in the portal.")}
      heading={t("Your email wasn't added to a ticket")}
    >
      <MailText>
        {t(
          "You wrote to our support, but your access to {name} doesn't include its tickets. The account owner or an administrator can give it to you.",
          { name: accountName },
        )}
      </MailText>
      <MailButton href={href}>{t("Open the portal")}</MailButton>
    </MailLayout>
  );
}
