import { MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface ServiceCancelledProps {
  readonly accountName: string;
  readonly serviceName: string;
  readonly productName: string;
  readonly cancelledBy: string;
  readonly reason: string;
  /** The end date, if it runs until then. */
  readonly endsOn?: string;
}

/** To everyone who gets service notifications. It names no amount: not all of them may see one. */
export function ServiceCancelled(props: ServiceCancelledProps) {
  const { accountName, serviceName, productName, cancelledBy, endsOn } = props;
  return (
    <MailLayout
      preview={
        endsOn
          ? `Cancelled by ${cancelledBy}. It keeps running until ${endsOn}.`
          : `Cancelled by ${cancelledBy}, effective immediately.`
      }
      heading={endsOn ? `${serviceName} ends on ${endsOn}` : `${serviceName} was cancelled`}
      footer={`You're receiving this because you get service notifications for ${accountName}.`}
    >
      <MailText>
        {endsOn
          ? "It keeps running until then. The account owner can still undo the cancellation."
          : "The service has stopped and its credentials have been deleted. This can't be undone."}
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
