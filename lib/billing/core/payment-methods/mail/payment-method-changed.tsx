import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PaymentMethodChangedProps {
  readonly accountName: string;
  readonly change: "added" | "removed";
  readonly label: string;
  readonly by: string;
  readonly replaced?: string | null;
  readonly autopayEnded?: boolean;
  /** Null for readers who cannot sign in. */
  readonly href: string | null;
}

/** A card or bank account came or went: whoever did not expect it should look. */
export function PaymentMethodChanged(props: PaymentMethodChangedProps) {
  const { accountName, change, label, by, replaced, autopayEnded, href } = props;
  return (
    <MailLayout
      preview={`${by} ${change} it.`}
      heading={change === "added" ? "A payment method was added" : "A payment method was removed"}
      footer={`You get this because you receive billing notices of ${accountName}.`}
    >
      <MailText>
        {autopayEnded
          ? "It was the last one: automatic payment is off now, and invoices wait until somebody pays them."
          : change === "added"
            ? "It can pay invoices of this account from now on."
            : "It pays no invoice any more. Payments that were made with it stay as they are."}
      </MailText>
      <MailFacts
        facts={[
          [change === "added" ? "Added" : "Removed", label],
          ...(replaced ? [["In place of", replaced] as [string, string]] : []),
          ["By", by],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>Look at payment methods</MailButton>}
    </MailLayout>
  );
}
