import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface RefundNewsProps {
  readonly accountName: string;
  /** False if the bank rejected the refund, which then became account credit. */
  readonly paidBack: boolean;
  readonly amount: string;
  readonly method: string;
  readonly reason: string;
  /** Null for recipients without a login. */
  readonly href: string | null;
}

/** A refund succeeded or failed. */
export function RefundNews({ accountName, paidBack, amount, method, reason, href }: RefundNewsProps) {
  return (
    <MailLayout
      preview={
        paidBack
          ? t("{amount} refunded to {method}.", { amount, method })
          : t("{amount} added to account credit instead.", { amount })
      }
      heading={paidBack ? t("Refund issued") : t("Refund failed")}
      footer={t("You're receiving this because you get billing notifications for {accountName}.", { accountName })}
    >
      <MailText>
        {paidBack
          ? t("It can take a few days to appear on your bank statement.")
          : t(
              "Your bank rejected the refund. We've added the amount to your account credit, which is applied to future invoices. Contact us if you'd prefer a refund by other means.",
            )}
      </MailText>
      <MailFacts
        facts={[
          [t("Amount"), amount],
          [t("Payment method"), method],
          [t("Reason"), reason],
          [t("Account"), accountName],
        ]}
      />
      {href && <MailButton href={href}>{t("View invoices")}</MailButton>}
    </MailLayout>
  );
}
