import { t } from "@/lib/platform/language/t";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface ServiceCancelledProps {
  readonly accountName: string;
  readonly serviceName: string;
  readonly productName: string;
  /** Null for the account owner, who scheduled it. */
  readonly cancelledBy: string | null;
  readonly reason: string;
  /** The end date, if it runs until then. */
  readonly endsAt?: Date;
}

/** To everyone who gets service notifications. It names no amount: not all of them may see one. */
export function ServiceCancelled(props: ServiceCancelledProps) {
  const { accountName, serviceName, productName, cancelledBy, endsAt } = props;
  const date = endsAt && dayInWords(endsAt);
  return (
    <MailLayout
      preview={
        date && cancelledBy !== null
          ? t("Cancelled by {name}. It keeps running until {date}.", { name: cancelledBy, date })
          : endedInWords(cancelledBy)
      }
      heading={
        date
          ? t("{serviceName} ends on {date}", { serviceName, date })
          : t("{serviceName} was cancelled", { serviceName })
      }
      footer={t("You're receiving this because you get service notifications for {accountName}.", { accountName })}
    >
      <MailText>
        {date
          ? t("It keeps running until then. The account owner can still undo the cancellation.")
          : t("The service has stopped and its credentials have been deleted. This can't be undone.")}
      </MailText>
      <MailFacts
        facts={[
          [t("Service"), serviceName],
          [t("Product"), productName],
          [t("Account"), accountName],
          [t("Cancelled by"), cancelledBy ?? t("The account owner (scheduled)")],
          [t("Reason"), props.reason],
        ]}
      />
    </MailLayout>
  );
}

const endedInWords = (cancelledBy: string | null): string =>
  cancelledBy === null
    ? t("Cancelled by The account owner (scheduled), effective immediately.")
    : t("Cancelled by {name}, effective immediately.", { name: cancelledBy });
