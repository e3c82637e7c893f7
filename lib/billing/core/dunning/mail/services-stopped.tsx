import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface ServicesStoppedProps {
  readonly accountName: string;
  readonly what: "set up" | "suspended" | "restored";
  readonly names: readonly string[];
  /** Null for recipients without a login. */
  readonly href: string | null;
}

const meaning: Record<ServicesStoppedProps["what"], Sentence> = {
  "set up": msg("Setup is complete. View details in the portal."),
  suspended: msg(
    "No data was deleted, but there is no access until further notice. Contact the account owner for details.",
  ),
  restored: msg("Everything is available again."),
};

const happened: Record<ServicesStoppedProps["what"], Sentence> = {
  "set up": msg("{count, plural, one {{name} was set up} other {# services were set up}}"),
  suspended: msg("{count, plural, one {{name} was suspended} other {# services were suspended}}"),
  restored: msg("{count, plural, one {{name} was restored} other {# services were restored}}"),
};

/** What happened to the services, by name if it is only one. */
export const servicesInWords = (what: ServicesStoppedProps["what"], names: readonly string[]): string =>
  t(happened[what], { count: names.length, name: names[0] ?? "" });

/**
 * Tells recipients of service notifications that services were set up, suspended or restored. Gives no reason, since
 * not all of them can see billing.
 */
export function ServicesStopped({ accountName, what, names, href }: ServicesStoppedProps) {
  const one = names.length === 1;
  return (
    <MailLayout
      preview={names.join(", ")}
      heading={servicesInWords(what, names)}
      footer={t("You're receiving this because you get service notifications for {accountName}.", { accountName })}
    >
      <MailText>{t(meaning[what])}</MailText>
      <MailFacts
        facts={[
          [one ? t("Service") : t("Services"), names.join(", ")],
          [t("Account"), accountName],
        ]}
      />
      {href && <MailButton href={href}>{t("View services")}</MailButton>}
    </MailLayout>
  );
}
