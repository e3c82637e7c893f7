import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface EmailChangeMailProps {
  readonly name: string;
  readonly oldEmail: string;
  readonly newEmail: string;
  /** Which of the two addresses this email goes to. */
  readonly side: "old" | "new";
  readonly hours: number;
  readonly href: string;
}

/** To both addresses of a pending email change, which takes effect once both are confirmed. */
export function EmailChangeMail({ name, oldEmail, newEmail, side, hours, href }: EmailChangeMailProps) {
  const unexpected =
    side === "old"
      ? t("If you didn't request this, don't confirm it and change your password. Someone else may know it.")
      : t("If you don't recognise this, you can ignore this email.");
  return (
    <MailLayout
      preview={t("Both addresses need to confirm the change")}
      heading={side === "old" ? t("Confirm the change of your email address") : t("Confirm your new email address")}
      footer={unexpected}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {side === "old"
          ? t(
              "You requested to change the email address of your login. The change takes effect once both this address and the new one are confirmed.",
            )
          : t(
              "This address will become the email address of your login once both it and the current one are confirmed.",
            )}
      </MailText>
      <MailFacts
        facts={[
          [t("Current address"), oldEmail],
          [t("New address"), newEmail],
        ]}
      />
      <MailButton href={href}>{side === "old" ? t("Confirm change") : t("Confirm address")}</MailButton>
      <MailText quiet>{t("This link expires in {hours} hours.", { hours })}</MailText>
    </MailLayout>
  );
}
