import { cutText } from "@/lib/platform/kernel/cut-text";
import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailQuietLink, MailText } from "@/lib/platform/mail/templates/layout";

export interface DiscussionDigestProps {
  readonly accountName: string;
  readonly threads: readonly {
    readonly title: string;
    readonly groupName: string;
    readonly count: number;
    /** Turns off mail about this thread, in one step. */
    readonly stopHref: string;
  }[];
  /** Threads that aren't listed. */
  readonly more: number;
  readonly href: string;
  readonly footer: string;
}

/** What is new in discussions, once a day or a week: titles and numbers. What was written is read in the portal. */
export function DiscussionDigest({ accountName, threads, more, href, footer }: DiscussionDigestProps) {
  const heading = t("New in your discussions");
  return (
    <MailLayout preview={cutText(threads.map(({ title }) => title).join(", "), 140)} heading={heading} footer={footer}>
      <MailText>
        {t("Since the last email, others have posted in these threads of {name}:", { name: accountName })}
      </MailText>
      <MailFacts
        facts={threads.map(({ title, groupName, count, stopHref }) => [
          groupName,
          <>
            {t("{title} ({count, plural, one {# new post} other {# new posts}})", { title, count })}
            <br />
            <MailQuietLink href={stopHref}>{t("Stop emails about this thread")}</MailQuietLink>
          </>,
        ])}
      />
      {more > 0 && (
        <MailText quiet>
          {t("And {count, plural, one {# more thread} other {# more threads}}.", { count: more })}
        </MailText>
      )}
      <MailButton href={href}>{t("Open discussions")}</MailButton>
    </MailLayout>
  );
}
