import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { MailDetail } from "@/lib/staff/core/schema";
import { MailStatusMark } from "./mail-status";
import { kindLabels } from "./mail-words";

export type MailViewProps = { mail: MailDetail; format: ViewerFormat };

/** An email as its recipient sees it, and its delivery. */
export function MailView({ mail, format }: MailViewProps) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-4">
        {mail.linksHidden && (
          <Callout title={t("Personal links hidden")}>
            {mail.status === "kept"
              ? t(
                  "This email wasn't sent because email is off, so nobody has these links. Once a mail server is set up, invite the recipient again, or let them ask for a new link on the sign-in page.",
                )
              : t("These links give access as the recipient, so they are only in the email that was sent.")}
          </Callout>
        )}
        {/* Sandboxed: an opaque origin and no scripts. The response it loads forbids both as well. */}
        <iframe
          title={t("Email: {subject}", { subject: mail.subject })}
          src={`/api/v1/staff/mail/${mail.id}/contents`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          className="h-[42rem] w-full rounded-lg border border-line bg-surface"
        />
        <details className="rounded-lg border border-line">
          <summary className="cursor-pointer px-4 py-2.5 font-medium text-ink">{t("Plain text")}</summary>
          <pre className="overflow-x-auto border-t border-line px-4 py-3 font-mono text-sm whitespace-pre-wrap text-ink-soft">
            {mail.text}
          </pre>
        </details>
      </div>
      <Panel title={t("Delivery")}>
        <KeyValueList items={factsOf(mail, format)} />
      </Panel>
    </div>
  );
}

function factsOf(mail: MailDetail, format: ViewerFormat) {
  const { account, lastError, nextTryAt, sentAt } = mail;
  const time = (value: string) => <DateTime value={value} style="dateTime" format={format} />;
  return [
    { label: t("Status"), value: <MailStatusMark status={mail.status} /> },
    { label: t("To"), value: `${mail.to.name}, ${mail.to.address}` },
    { label: t("Category"), value: t(kindLabels[mail.kind]) },
    ...(account
      ? [{ label: t("Account"), value: <TextLink href={`/staff/accounts/${account.id}`}>{account.name}</TextLink> }]
      : []),
    { label: t("Created"), value: time(mail.createdAt) },
    ...(sentAt ? [{ label: t("Sent"), value: time(sentAt) }] : []),
    ...(nextTryAt && mail.attempts > 0 ? [{ label: t("Next attempt"), value: time(nextTryAt) }] : []),
    ...(mail.attempts > 0 ? [{ label: t("Attempts"), value: mail.attempts }] : []),
    ...(lastError ? [{ label: t("Server response"), value: lastError }] : []),
    { label: "Message-ID", value: <code className="text-xs break-all">{mail.messageId}</code> },
  ];
}
