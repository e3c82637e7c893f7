import { t } from "@/lib/platform/language/t";
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
      preview={change === "added" ? t("{by} added {label}.", { by, label }) : t("{by} removed {label}.", { by, label })}
      heading={change === "added" ? t("Payment method added") : t("Payment method removed")}
      footer={t("You're receiving this because you get billing notifications for {accountName}.", { accountName })}
    >
      <MailText>
        {autopayEnded
          ? t("It was the last payment method, so autopay is now off. Invoices must be paid manually.")
          : change === "added"
            ? t("It can now be used to pay this account's invoices.")
            : t("It can no longer be used to pay invoices. Past payments don't change.")}
      </MailText>
      <MailFacts
        facts={[
          [change === "added" ? t("Added") : t("Removed"), label],
          ...(replaced ? [[t("Replaces"), replaced] as [string, string]] : []),
          [t("By"), by],
          [t("Account"), accountName],
        ]}
      />
      {href && <MailButton href={href}>{t("View payment methods")}</MailButton>}
    </MailLayout>
  );
}
