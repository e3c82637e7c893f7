import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface OrderPlacedProps {
  readonly accountName: string;
  readonly orderNumber: number;
  readonly productName: string;
  readonly name: string;
  readonly location: string;
  /** Per term, without tax. */
  readonly price: string;
  readonly invoiceNumber: string;
  /** Of the invoice, with tax. */
  readonly total: string;
  readonly paid: boolean;
  readonly orderedBy: string;
  readonly note: string;
  readonly href: string;
}

/** To the account's owner: what was ordered in their name, by whom, and at what price. */
export function OrderPlaced(props: OrderPlacedProps) {
  const { accountName, orderNumber, productName, orderedBy, href } = props;
  return (
    <MailLayout
      preview={t("{productName}, ordered by {orderedBy} for {accountName}.", { productName, orderedBy, accountName })}
      heading={t("We have received order #{orderNumber}", { orderNumber })}
      footer={t(
        "You're receiving this because you own the {accountName} account. If you didn't expect it, cancel the service in the portal and review who can order.",
        { accountName },
      )}
    >
      <MailText>
        {props.paid
          ? t("Your order is paid and the service is set up.")
          : t(
              "We'll set it up as soon as invoice {invoiceNumber} is paid. Until then it's pending in the portal and the order can be cancelled.",
              { invoiceNumber: props.invoiceNumber },
            )}
      </MailText>
      <MailFacts
        facts={[
          [t("Product"), productName],
          [t("Name"), props.name],
          [t("Location"), props.location],
          [t("Price"), props.price],
          [t("Invoice"), `${props.invoiceNumber}, ${props.total}`],
          [t("Account"), accountName],
          [t("Ordered by"), orderedBy],
          [t("Note@@order"), props.note],
        ]}
      />
      <MailButton href={href}>{props.paid ? t("View service") : t("View invoice")}</MailButton>
    </MailLayout>
  );
}
