import { MailFacts, MailLayout, MailText } from "./layout";

export interface ServiceCancelledProps {
  readonly accountName: string;
  readonly serviceName: string;
  readonly productName: string;
  readonly cancelledBy: string;
  readonly reason: string;
}

/** To whoever gets notices about services. It names no amount: not all of them may see one. */
export function ServiceCancelled(props: ServiceCancelledProps) {
  const { accountName, serviceName, productName, cancelledBy } = props;
  return (
    <MailLayout
      preview={`${cancelledBy} has cancelled it. It stops now and does not come back.`}
      heading={`${serviceName} was cancelled`}
      footer={`You get this because you receive service notices of ${accountName}. You can turn them off in the portal.`}
    >
      <MailText>The service stops now, and its login details have been deleted. This cannot be undone.</MailText>
      <MailFacts
        facts={[
          ["Service", serviceName],
          ["Product", productName],
          ["Account", accountName],
          ["Cancelled by", cancelledBy],
          ["Reason", props.reason],
        ]}
      />
    </MailLayout>
  );
}
