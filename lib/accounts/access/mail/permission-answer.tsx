import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PermissionAnswerMailProps {
  readonly name: string;
  readonly account: string;
  readonly permission: string;
  /** What the permission allows, in a sentence. */
  readonly title: string;
  readonly granted: boolean;
  readonly until: Date | null;
  /** Who answered; null if the recipient may not see members. */
  readonly by: string | null;
  /** The kind of record that it is for alone; null: for all, or declined. */
  readonly only: "service" | "ticket" | null;
  readonly href: string;
}

/** To the person who requested the permission. */
export function PermissionAnswerMail(props: PermissionAnswerMailProps) {
  const { name, account, permission, title, granted, until, by, only, href } = props;
  return (
    <MailLayout
      preview={title}
      heading={
        granted
          ? t("You now have “{permission}”", { permission })
          : t("Your request for “{permission}” was declined", { permission })
      }
      footer={t("You're receiving this because you requested access on {account}.", { account })}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>{granted ? grantedBy(by) : declinedBy(by)}</MailText>
      <MailFacts
        facts={[
          [t("Permission"), permission],
          [t("Allows"), title],
          [t("Only for"), only && t(oneOf[only])],
          [t("Until"), until && dayInWords(until)],
        ]}
      />
      {granted && <MailButton href={href}>{only === null ? t("Open the account") : t("Open")}</MailButton>}
    </MailLayout>
  );
}

const oneOf = { service: msg("The service you asked for"), ticket: msg("The ticket you asked for") };

const grantedBy = (by: string | null): string =>
  by === null
    ? t(
        "The account owner or an administrator granted your request, effective immediately. You don't need to sign in again.",
      )
    : t("{by} granted your request, effective immediately. You don't need to sign in again.", { by });

const declinedBy = (by: string | null): string =>
  by === null
    ? t("The account owner or an administrator declined your request. If you still need access, contact them.")
    : t("{by} declined your request. If you still need access, contact {by}.", { by });
