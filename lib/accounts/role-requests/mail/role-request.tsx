import { t } from "@/lib/platform/language/t";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface RoleRequestMailProps {
  readonly owner: string;
  readonly account: string;
  /** "R-17" */
  readonly number: string;
  readonly requester: string;
  /** The address it was sent from, if it was sent. */
  readonly sender: string | null;
  readonly person: { readonly name: string; readonly email: string };
  readonly role: string;
  readonly roleEndsAt: Date | null;
  readonly expiresAt: Date;
  readonly href: string;
}

/** To the owner: someone asked us for access, and we aren't certain that it was them. */
export function RoleRequestMail(props: RoleRequestMailProps) {
  const { owner, account, number, requester, sender, person, role, roleEndsAt, expiresAt, href } = props;
  return (
    <MailLayout
      preview={t("Nothing changes unless you approve it")}
      heading={t("Did you ask us to add {name}?", { name: person.name })}
      footer={t("You're receiving this because you own the account. We notify you of every change to access.")}
    >
      <MailText>{t("Hello {owner},", { owner })}</MailText>
      <MailText>
        {t("We were asked to give {name} the “{role}” role on {account}. Nothing changes unless you approve it.", {
          name: person.name,
          role,
          account,
        })}
      </MailText>
      <MailFacts
        facts={[
          [t("Request"), number],
          [t("Requested by"), requester],
          [t("Sent from"), sender ?? undefined],
          [t("Person"), `${person.name}, ${person.email}`],
          [t("Role"), role],
          [t("Until"), roleEndsAt ? dayInWords(roleEndsAt) : t("No end date")],
          [t("Answer by"), dayInWords(expiresAt)],
        ]}
      />
      <MailButton href={href}>{t("Review request")}</MailButton>
      <MailText>
        {t(
          "On that page you see what they could see and receive, and approve or refuse it. If you don't know what this is about, refuse it.",
        )}
      </MailText>
    </MailLayout>
  );
}
