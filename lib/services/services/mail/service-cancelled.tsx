import { MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface ServiceCancelledProps {
  readonly accountName: string;
  readonly serviceName: string;
  readonly productName: string;
  readonly cancelledBy: string;
  readonly reason: string;
  /** The day it ends on, where it runs until then. */
  readonly endsOn?: string;
}

/** To whoever gets notices about services. It names no amount: not all of them may see one. */
export function ServiceCancelled(props: ServiceCancelledProps) {
  const { accountName, serviceName, productName, cancelledBy, endsOn } = props;
  return (
    <MailLayout
      preview={
        endsOn
          ? `${cancelledBy} has cancelled it. It runs until ${endsOn}.`
          : `${cancelledBy} has cancelled it. It stops now and does not come back.`
      }
      heading={endsOn ? `${serviceName} ends on ${endsOn}` : `${serviceName} was cancelled`}
      footer={`You get this because you receive service notices of ${accountName}.`}
    >
      <MailText>
        {endsOn
          ? "Until then it runs as before. The account owner can still take the cancellation back."
          : "The service stops now, and its login details have been deleted. This cannot be undone."}
      </MailText>
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
