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
      preview={late ? `${due} was due on ${day}.` : `${due} is due on ${day}.`}
      heading={late ? `Invoice ${number} is overdue` : `Invoice ${number} is due soon`}
      footer={`You're receiving this because you get billing notifications for ${accountName}.`}
    >
      <MailText>
        {late
          ? `We haven't received your payment of ${due}, which was due on ${day}. If you've already paid, you don't need to do anything.`
          : `Please pay ${due} by ${day}.`}
      </MailText>
      {suspendsAt && <MailText>If unpaid, services will be suspended on {dayInWords(suspendsAt)}.</MailText>}
      <MailFacts
        facts={[
          ["Invoice", number],
          ["Account", accountName],
          ["Amount due", due],
          ["Due date", day],
        ]}
      />
      {href && <MailButton href={href}>View and pay invoice</MailButton>}
    </MailLayout>
  );
}
