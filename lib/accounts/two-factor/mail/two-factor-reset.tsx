import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { momentInWords } from "@/lib/platform/mail/templates/moment-in-words";

export interface TwoFactorResetMailProps {
  readonly account: string;
  readonly name: string;
  /** The reader is the one whose factors were removed. */
  readonly own: boolean;
  readonly reason: string;
  readonly at: Date;
  readonly href: string;
}

/** After staff removed somebody's factors: to that person, and to the owner of the account they did it on. */
export function TwoFactorResetMail({ account, name, own, reason, at, href }: TwoFactorResetMailProps) {
  return (
    <MailLayout
      preview={reason}
      heading={t("Two-factor sign-in of {name} was removed", { name })}
      footer={
        own
          ? t("You're receiving this because your login was changed.")
          : t("You're receiving this because you own {account}.", { account })
      }
    >
      <MailText>
        {own
          ? t(
              "Our support team removed your factors and recovery codes, and ended your sessions. Your password still works.",
            )
          : t("Our support team removed {name}'s factors and recovery codes, and ended their sessions.", { name })}
      </MailText>
      <MailFacts
        facts={[
          [t("Account"), account],
          [t("When"), momentInWords(at)],
          [t("Reason"), reason],
        ]}
      />
      <MailText>
        {own
          ? t("If you didn't ask for this, contact our support at once. Otherwise set it up again:")
          : t("If {name} didn't ask for this, contact our support at once.", { name })}
      </MailText>
      {own && <MailButton href={href}>{t("Set up two-factor sign-in")}</MailButton>}
    </MailLayout>
  );
}
