import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { currentCode, t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface DecisionNoticeProps {
  readonly heading: string;
  readonly accountName: string;
  readonly deadline: { readonly voteBy: Date; readonly timeZone: string } | null;
  /** Of the published result. */
  readonly hash: string | null;
  readonly href: string;
  readonly footer: string;
}

/** That something happened to a decision. What it is about is read in the portal, by those who may. */
export function DecisionNotice({ heading, accountName, deadline, hash, href, footer }: DecisionNoticeProps) {
  return (
    <MailLayout preview={t("Sign in to read it.")} heading={heading} footer={footer}>
      <MailFacts
        facts={[
          [t("Account"), accountName],
          ...(deadline ? [[t("Vote by"), said(deadline)] as [string, string]] : []),
          ...(hash ? [[t("SHA-256 of the result"), hash] as [string, string]] : []),
        ]}
      />
      {hash && (
        <MailText>
          {t(
            "Keep this mail: with this code you can check later that the result you download is the one announced today.",
          )}
        </MailText>
      )}
      <MailButton href={href}>{t("View the decision")}</MailButton>
    </MailLayout>
  );
}

const said = ({ voteBy, timeZone }: { readonly voteBy: Date; readonly timeZone: string }): string =>
  `${formatDateTime(voteBy, "dateTime", { locale: currentCode() === "en" ? "en-GB" : currentCode(), timeZone })} (${timeZone.replaceAll("_", " ")})`;
