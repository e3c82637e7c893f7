import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PlanChangedProps {
  readonly accountName: string;
  readonly serviceName: string;
  readonly before: string;
  readonly after: string;
  readonly atOnce: boolean;
  /** When it holds from, in words. */
  readonly from: string;
  /** Of each term, without tax. */
  readonly price: string;
  /** What is to be paid now, and on which invoice; null where nothing was invoiced. */
  readonly due: string | null;
  readonly changedBy: string;
  readonly href: string;
}

/** To the account's owner: which plan a service has, or will have, and what that costs. */
export function PlanChanged(props: PlanChangedProps) {
  const { accountName, serviceName, changedBy, due } = props;
  return (
    <MailLayout
      preview={`${serviceName} of ${accountName}, changed by ${changedBy}.`}
      heading={`${serviceName} has another plan`}
      footer={`You get this because you own the account ${accountName}. If you did not expect it, look at who may order.`}
    >
      <MailText>
        {props.atOnce
          ? "What was charged for the old plan and is not used is credited to the account."
          : "Until it renews, the service stays as it is, and nothing is charged for the change."}
      </MailText>
      <MailFacts
        facts={[
          ["Before", props.before],
          ["After", props.after],
          ["From", props.from],
          ["Price", props.price],
          ["To be paid", due ?? "Nothing now"],
          ["Changed by", changedBy],
        ]}
      />
      <MailButton href={props.href}>See the service</MailButton>
    </MailLayout>
  );
}
