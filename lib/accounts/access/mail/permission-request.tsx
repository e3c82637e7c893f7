import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PermissionRequestMailProps {
  readonly name: string;
  readonly asker: string;
  readonly account: string;
  readonly permission: string;
  /** What the permission allows, in one sentence. */
  readonly title: string;
  /** The one record it is for; null: for all. */
  readonly onlyFor: string | null;
  /** For how many hours; null: no end asked for. */
  readonly hours: number | null;
  readonly message: string | null;
  readonly href: string;
}

/** To people who can grant the requested permission. */
export function PermissionRequestMail(props: PermissionRequestMailProps) {
  const { name, asker, account, permission, title, onlyFor, hours, message, href } = props;
  return (
    <MailLayout
      preview={title}
      heading={t("{asker} requests “{permission}”", { asker, permission })}
      footer={t("You're receiving this because you can answer access requests for {account}.", { account })}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {t("{asker} needs a permission they don't have on {account}, and is asking you to grant it.", {
          asker,
          account,
        })}
      </MailText>
      <MailFacts
        facts={[
          [t("Permission"), permission],
          [t("Allows"), title],
          [t("Only for"), onlyFor],
          [t("For"), hours === null ? null : t("{count, plural, one {# hour} other {# hours}}", { count: hours })],
          [t("Message"), message],
        ]}
      />
      <MailButton href={href}>{t("Review request")}</MailButton>
    </MailLayout>
  );
}
