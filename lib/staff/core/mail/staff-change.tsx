import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface StaffChangeMailProps {
  readonly owner: string;
  readonly account: { readonly name: string; readonly number: string };
  readonly heading: string;
  /** What was done, in one sentence. */
  readonly what: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly by: { readonly name: string; readonly reference?: string; readonly requestedBy?: string };
  /** What the owner can do if it was a mistake. */
  readonly ifWrong: string;
  readonly href: string;
  readonly label: string;
}

/** To the owner, when our staff changed something on the account on request. */
export function StaffChangeMail(props: StaffChangeMailProps) {
  const { owner, account, heading, what, facts, by, ifWrong, href, label } = props;
  return (
    <MailLayout
      preview={
        by.requestedBy
          ? t("Requested by {requestedBy}, done by {name}", { requestedBy: by.requestedBy, name: by.name })
          : t("Done by {name}", { name: by.name })
      }
      heading={heading}
      footer={t(
        "You're receiving this because you own the account. We notify you of every change our staff make to access.",
      )}
    >
      <MailText>{t("Hello {owner},", { owner })}</MailText>
      <MailText>{what}</MailText>
      <MailFacts
        facts={[
          ...facts,
          [t("Account"), `${account.name} (${account.number})`],
          [t("Requested by"), by.requestedBy],
          [t("Reference"), by.reference],
          [t("Done by"), by.name],
        ]}
      />
      <MailText>{ifWrong}</MailText>
      <MailButton href={href}>{label}</MailButton>
    </MailLayout>
  );
}
