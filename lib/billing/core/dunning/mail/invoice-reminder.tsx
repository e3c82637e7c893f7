import { t } from "@/lib/platform/language/t";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface InvoiceReminderProps {
  readonly accountName: string;
  readonly number: string;
  readonly due: string;
  readonly dueAt: Date;
  readonly late: boolean;
  /** When services will be suspended if the invoice stays unpaid; null if they won't be. */
  readonly suspendsAt: Date | null;
  /** Null for recipients without a login. */
  readonly href: string | null;
}

/** Reminds everyone who receives billing notifications of an invoice that is due soon or overdue. */
export function InvoiceReminder(props: InvoiceReminderProps) {
  const { accountName, number, due, dueAt, late, suspendsAt, href } = props;
  const day = dayInWords(dueAt);
  return (
    <MailLayout
      preview={late ? t("{due} was due on {day}.", { due, day }) : t("{due} is due on {day}.", { due, day })}
      heading={late ? t("Invoice {number} is overdue", { number }) : t("Invoice {number} is due soon", { number })}
      footer={t("You're receiving this because you get billing notifications for {accountName}.", { accountName })}
    >
      <MailText>
        {late
          ? t(
              "We haven't received your payment of {due}, which was due on {day}. If you've already paid, you don't need to do anything.",
              { due, day },
            )
          : t("Please pay {due} by {day}.", { due, day })}
      </MailText>
      {suspendsAt && (
        <MailText>{t("If unpaid, services will be suspended on {date}.", { date: dayInWords(suspendsAt) })}</MailText>
      )}
      <MailFacts
        facts={[
          [t("Invoice"), number],
          [t("Account"), accountName],
          [t("Amount due"), due],
          [t("Due date"), day],
        ]}
      />
      {href && <MailButton href={href}>{t("View and pay invoice")}</MailButton>}
    </MailLayout>
  );
}
