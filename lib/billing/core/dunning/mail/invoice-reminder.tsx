import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface InvoiceReminderProps {
  readonly accountName: string;
  readonly number: string;
  readonly due: string;
  readonly dueAt: Date;
  readonly late: boolean;
  /** When services stop if nothing comes; null where there is nothing to say of it. */
  readonly suspendsAt: Date | null;
  /** Null for readers who cannot sign in. */
  readonly href: string | null;
}

/** A reminder of an invoice, before its due date or after, to those who get billing notices. */
export function InvoiceReminder(props: InvoiceReminderProps) {
  const { accountName, number, due, dueAt, late, suspendsAt, href } = props;
  const day = dayInWords(dueAt);
  return (
    <MailLayout
      preview={late ? `${due} was due on ${day}.` : `${due} is due on ${day}.`}
      heading={late ? `Invoice ${number} is overdue` : `Invoice ${number} is due soon`}
      footer={`You get this because you receive billing notices of ${accountName}.`}
    >
      <MailText>
        {late
          ? `We have not received ${due} yet, which was due on ${day}. If it is on its way, you need not do anything.`
          : `Please pay ${due} by ${day}.`}
      </MailText>
      {suspendsAt && <MailText>Without it the services of this account stop on {dayInWords(suspendsAt)}.</MailText>}
      <MailFacts
        facts={[
          ["Invoice", number],
          ["Account", accountName],
          ["To pay", due],
          ["Due", day],
        ]}
      />
      {href && <MailButton href={href}>See and pay it</MailButton>}
    </MailLayout>
  );
}
