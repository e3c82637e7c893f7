import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PlanChangedProps {
  readonly accountName: string;
  readonly serviceName: string;
  readonly before: string;
  readonly after: string;
  readonly atOnce: boolean;
  /** The effective date, in words. */
  readonly from: string;
  /** Per term, without tax. */
  readonly price: string;
  /** The amount due now, and its invoice; null if nothing was invoiced. */
  readonly due: string | null;
  readonly changedBy: string;
  readonly href: string;
}

/** To the account's owner: a service's current or upcoming plan, and its price. */
export function PlanChanged(props: PlanChangedProps) {
  const { accountName, serviceName, changedBy, due } = props;
  return (
    <MailLayout
      preview={t("{changedBy} changed the plan of {serviceName} ({accountName}).", {
        changedBy,
        serviceName,
        accountName,
      })}
      heading={t("The plan of {serviceName} was changed", { serviceName })}
      footer={t(
        "You're receiving this because you own the {accountName} account. If you didn't expect it, review who can order.",
        { accountName },
      )}
    >
      <MailText>
        {props.atOnce
          ? t("Unused time on the old plan is credited to the account.")
          : t("The change takes effect at the next renewal. Nothing is charged until then.")}
      </MailText>
      <MailFacts
        facts={[
          [t("Before@@plan"), props.before],
          [t("After@@plan"), props.after],
          [t("Effective"), props.from],
          [t("Price"), props.price],
          [t("Amount due"), due ?? t("Nothing due now")],
          [t("Changed by"), changedBy],
        ]}
      />
      <MailButton href={props.href}>{t("View service")}</MailButton>
    </MailLayout>
  );
}
