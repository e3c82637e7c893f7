import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface VisitMailProps {
  readonly owner: string;
  readonly account: string;
  readonly staff: string;
  readonly reason: string;
  readonly ticket: { readonly number: number; readonly subject: string } | null;
  readonly note: string | null;
  /** For how long they ask. */
  readonly hours: number | null;
  /** Of emergency access, whether it has been confirmed; null if the owner is asked. */
  readonly confirmed: boolean | null;
  readonly href: string;
}

/** To the owner: staff ask for access to the account's records, or have it in an emergency. */
export function VisitMail({ owner, account, staff, reason, ticket, note, hours, confirmed, href }: VisitMailProps) {
  return (
    <MailLayout
      preview={confirmed === null ? t("They have access only if you approve it") : t("You can end it at any time")}
      heading={headingOf(confirmed, staff)}
      footer={t("You're receiving this because you own the account. We tell you who of our staff opens it, and why.")}
    >
      <MailText>{t("Hello {owner},", { owner })}</MailText>
      <MailText>{sentenceOf(confirmed, account)}</MailText>
      <MailFacts
        facts={[
          [t("Who"), staff],
          [t("Reason"), reason],
          [t("Ticket"), ticket ? `#${ticket.number} ${ticket.subject}` : undefined],
          [t("In their words"), note ?? undefined],
          [
            t("For how long"),
            hours === null ? undefined : t("{count, plural, one {# hour} other {# hours}}", { count: hours }),
          ],
        ]}
      />
      <MailButton href={href}>{confirmed === null ? t("Answer") : t("View staff access")}</MailButton>
    </MailLayout>
  );
}

function headingOf(confirmed: boolean | null, name: string): string {
  if (confirmed === null) return t("{name} asks for access", { name });
  return confirmed ? t("{name} has emergency access", { name }) : t("{name} asked for emergency access", { name });
}

function sentenceOf(confirmed: boolean | null, account: string): string {
  if (confirmed === null)
    return t("One of our staff asks to open the records of {account}. You decide whether, and for how long.", {
      account,
    });
  return confirmed
    ? t(
        "Two of our managers opened the records of {account} because nobody there could be reached. You can end it on the page below.",
        {
          account,
        },
      )
    : t("One of our managers says that nobody of {account} can be reached, and asked another manager for access.", {
        account,
      });
}
