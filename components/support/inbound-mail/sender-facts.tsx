import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import type { InboundMailDetail } from "@/lib/support/inbound-mail/schema";
import { identityTones, identityWords } from "./inbound-words";

type Props = { mail: InboundMailDetail; format: ViewerFormat };

/** Who sent an email, and how sure that is. */
export function SenderFacts({ mail }: { mail: InboundMailDetail }) {
  const { identity, checks, from, envelopeFrom, clientIp, senderAccounts } = mail;
  const items = [
    { label: t("From@@sender"), value: from.name ? `${from.name}, ${from.address}` : from.address || t("no sender") },
    ...(identity
      ? [{ label: t("Sender"), value: <Status tone={identityTones[identity]}>{t(identityWords[identity])}</Status> }]
      : []),
    ...(checks
      ? [
          { label: "DMARC", value: resultWord(checks.dmarc) },
          { label: "DKIM", value: signatureWord(checks) },
          { label: "SPF", value: resultWord(checks.spf) },
        ]
      : []),
    {
      label: t("Contact of"),
      value:
        senderAccounts.length === 0
          ? t("no account")
          : senderAccounts.map(({ id, name }) => (
              <span key={id} className="block">
                <TextLink href={`/staff/accounts/${id}`}>{name}</TextLink>
              </span>
            )),
    },
    { label: t("Envelope sender"), value: envelopeFrom || t("none") },
    ...(clientIp ? [{ label: t("Sent from"), value: clientIp }] : []),
  ];
  return <KeyValueList items={items} />;
}

/** When and where it arrived, and what became of it. */
export function ArrivalFacts({ mail, format }: Props) {
  const { ticket, account, decided, outcome } = mail;
  const date = (value: string) => <DateTime value={value} style="dateTime" format={format} />;
  const number = ticket && t("Ticket #{number}", { number: ticket.number });
  const linked =
    ticket?.id && account ? <TextLink href={`/a/${account.id}/tickets/${ticket.id}`}>{number}</TextLink> : number;
  const items = [
    { label: t("To"), value: mail.to },
    { label: t("Department"), value: t(departmentNames[mail.department]) },
    ...(account
      ? [{ label: t("Account"), value: <TextLink href={`/staff/accounts/${account.id}`}>{account.name}</TextLink> }]
      : []),
    ...(ticket ? [{ label: outcome === "waiting" ? t("May belong to") : t("Ticket"), value: linked }] : []),
    ...(decided ? [{ label: t("Decided by"), value: decided.by }] : []),
    { label: t("Received"), value: date(mail.receivedAt) },
    { label: t("Received by"), value: mail.entrance === "imap" ? t("mailbox (IMAP)") : "SMTP" },
    { label: t("Kept until"), value: date(mail.keepUntil) },
    ...(mail.messageId
      ? [{ label: "Message-ID", value: <code className="text-xs break-all">{mail.messageId}</code> }]
      : []),
  ];
  return <KeyValueList items={items} />;
}

const results: Readonly<Record<string, ReturnType<typeof msg>>> = {
  pass: msg("passes@@check"),
  aligned: msg("passes for the sender's domain"),
  fail: msg("fails@@check"),
  softfail: msg("fails@@check"),
  none: msg("not published"),
  neutral: msg("says nothing"),
};

const resultWord = (result: string): string => (results[result] ? t(results[result]) : result);

function signatureWord({ dkim, signedBy, partly }: NonNullable<InboundMailDetail["checks"]>): string {
  if (signedBy) return t("signed by {domain}", { domain: signedBy });
  if (partly) return t("signed in part only, which doesn't count");
  if (dkim === "none") return t("not signed");
  return dkim === "pass" ? t("signed by another domain") : t("the signature isn't valid");
}
