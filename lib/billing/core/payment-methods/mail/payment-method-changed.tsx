import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PaymentMethodChangedProps {
  readonly accountName: string;
  readonly change: "added" | "removed";
  readonly label: string;
  readonly by: string;
  readonly replaced?: string | null;
  readonly autopayEnded?: boolean;
  /** Null for recipients without a login. */
  readonly href: string | null;
}

/** Sent when a card or bank account was added or removed, so an unexpected change gets noticed. */
export function PaymentMethodChanged(props: PaymentMethodChangedProps) {
  const { accountName, change, label, by, replaced, autopayEnded, href } = props;
  return (
    <MailLayout
      preview={`${by} ${change} ${label}.`}
      heading={change === "added" ? "Payment method added" : "Payment method removed"}
      footer={`You're receiving this because you get billing notifications for ${accountName}.`}
    >
      <MailText>
        {autopayEnded
          ? "It was the last payment method, so autopay is now off. Invoices must be paid manually."
          : change === "added"
            ? "It can now be used to pay this account's invoices."
            : "It can no longer be used to pay invoices. Past payments don't change."}
      </MailText>
      <MailFacts
        facts={[
          [change === "added" ? "Added" : "Removed", label],
          ...(replaced ? [["Replaces", replaced] as [string, string]] : []),
          ["By", by],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>View payment methods</MailButton>}
    </MailLayout>
  );
}
