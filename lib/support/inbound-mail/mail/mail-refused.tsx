import { t } from "@/lib/platform/language/t";
import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

interface Refused {
  readonly account: { readonly name: string; readonly closed: boolean };
  readonly href: string;
}

/** For a contact whose mail was refused. Nothing of that mail is in it. */
export function MailRefused({ account: { name, closed }, href }: Refused) {
  return (
    <MailLayout
      preview={t("You don't have permission for that by email or in the portal.")}
      heading={t("Your email wasn't added to a ticket")}
    >
      <MailText>
        {closed
          ? t("You wrote to our support, but {name} is closed, so nothing can be added to its tickets.", { name })
          : t(
              "You wrote to our support, but your access to {name} doesn't include its tickets. The account owner or an administrator can give it to you.",
              { name },
            )}
      </MailText>
      <MailButton href={href}>{t("Open the portal")}</MailButton>
    </MailLayout>
  );
}
