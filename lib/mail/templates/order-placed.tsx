import { MailButton, MailFacts, MailLayout, MailText } from "./layout";

export interface OrderPlacedProps {
  readonly accountName: string;
  readonly orderNumber: number;
  readonly productName: string;
  readonly name: string;
  readonly location: string;
  readonly price: string;
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
      footer={`You get this because you own the account ${accountName}. If you did not expect it, cancel the service in the portal and look at who may order.`}
    >
      <MailText>We are setting it up. It is in the portal as pending until it is ready.</MailText>
      <MailFacts
        facts={[
          ["Product", productName],
          ["Name", props.name],
          ["Location", props.location],
          ["Price", props.price],
          ["Account", accountName],
          ["Ordered by", orderedBy],
          ["Note", props.note],
        ]}
      />
      <MailButton href={href}>See the service</MailButton>
    </MailLayout>
  );
}
