import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface TicketQuestionProps {
  readonly ticket: { readonly number: number; readonly subject: string };
  readonly accountName: string;
  /** Where the question is answered: a link alone rates nothing, because mail scanners open it too. */
  readonly href: string;
  readonly footer: string;
}

/** Asks how a closed ticket was handled. */
export const TicketQuestion = ({ ticket, accountName, href, footer }: TicketQuestionProps) => (
  <MailLayout
    preview={t("Your answer takes one click and helps us improve.")}
    heading={t("How did we handle your ticket?")}
    footer={footer}
  >
    <MailFacts
      facts={[
        [t("Ticket"), `#${ticket.number} ${ticket.subject}`],
        [t("Account"), accountName],
      ]}
    />
    <MailText>
      {t("This ticket was closed a day ago. Tell us whether we solved your problem: good or bad is enough.")}
    </MailText>
    <MailButton href={href}>{t("Rate this ticket")}</MailButton>
  </MailLayout>
);
