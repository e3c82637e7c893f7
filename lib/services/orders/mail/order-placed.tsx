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
      preview={`${productName}, ordered by ${orderedBy} for ${accountName}.`}
      heading={`We have received order #${orderNumber}`}
      footer={`You're receiving this because you own the ${accountName} account. If you didn't expect it, cancel the service in the portal and review who can order.`}
    >
      <MailText>
        {props.paid
          ? "Your order is paid and the service is set up."
          : `We'll set it up as soon as invoice ${props.invoiceNumber} is paid. Until then it's pending in the portal and the order can be cancelled.`}
      </MailText>
      <MailFacts
        facts={[
          ["Product", productName],
          ["Name", props.name],
          ["Location", props.location],
          ["Price", props.price],
          ["Invoice", `${props.invoiceNumber}, ${props.total}`],
          ["Account", accountName],
          ["Ordered by", orderedBy],
          ["Note", props.note],
        ]}
      />
      <MailButton href={href}>{props.paid ? "View service" : "View invoice"}</MailButton>
    </MailLayout>
  );
}
