import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { DecisionForms } from "@/components/support/inbound-mail/decision-forms";
import { InboundContent } from "@/components/support/inbound-mail/inbound-content";
import { OutcomeMark } from "@/components/support/inbound-mail/outcome-mark";
import { ArrivalFacts, SenderFacts } from "@/components/support/inbound-mail/sender-facts";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";
import { decideInboundMail } from "@/lib/support/inbound-mail/decide-inbound-mail";
import { viewInboundMail } from "@/lib/support/inbound-mail/view-inbound-mail";

export const generateMetadata = (): Metadata => ({ title: t("Received email") });

export default personPage(async ({ execute, afterCommit, action, params, actor }) => {
  const input = fromStrings(viewInboundMail.input, Object.entries(params)) as { mailId: string };
  const output = await execute(viewInboundMail, input);
  return async () => {
    const mail = await afterCommit(viewInboundMail, { output, input });
    const waits = mail.outcome === "waiting";
    return (
      <>
        <PageHeader
          title={mail.subject || t("(no subject)")}
          mark={<OutcomeMark outcome={mail.outcome} />}
          breadcrumb={[{ label: t("Received email"), href: "/staff/inbound-mail" }]}
        />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-4">
            {mail.reason && <Callout kind={waits ? "warning" : "info"}>{mail.reason}</Callout>}
            {mail.alsoTo.length > 0 && (
              <Callout title={t("Also sent to people outside the account")}>
                <span className="wrap-anywhere">
                  {t("{addresses}. They see nothing of the ticket. The account owner can invite them.", {
                    addresses: mail.alsoTo.join(", "),
                  })}
                </span>
              </Callout>
            )}
            <InboundContent mail={mail} />
          </div>
          <div className="flex flex-col gap-4">
            {waits && (
              <Panel title={t("Decide")}>
                <DecisionForms action={action(decideInboundMail)} mail={mail} />
              </Panel>
            )}
            <Panel title={t("Sender")}>
              <SenderFacts mail={mail} />
            </Panel>
            <Panel title={t("Arrival")}>
              <ArrivalFacts mail={mail} format={actor} />
            </Panel>
          </div>
        </div>
      </>
    );
  };
});
