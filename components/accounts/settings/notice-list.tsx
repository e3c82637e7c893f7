import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { Person } from "@/components/ui/person";
import { TextLink } from "@/components/ui/text-link";
import type { AccountNotices } from "@/lib/accounts/settings/schema";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { noticeName } from "@/lib/policy/notice-names";

type Notice = AccountNotices["notices"][number];

export type NoticeListProps = {
  notices: Notice[];
  /** The page of a person; omitted for viewers who may not see people. */
  personHref?: (contactId: string) => string;
};

/** Every kind of notification: who gets it and why, and who could but doesn't. */
export function NoticeList({ notices, personHref }: NoticeListProps) {
  return (
    <div className="flex flex-col gap-4">
      {notices.map((notice) => (
        <NoticePanel key={notice.permission} notice={notice} personHref={personHref} />
      ))}
    </div>
  );
}

function NoticePanel({ notice, personHref }: { notice: Notice } & Pick<NoticeListProps, "personHref">) {
  const { recipients, missing, hasMore, warning } = notice;
  const nobody = recipients.length + missing.length === 0;
  const peopleHref = personHref?.("").replace(/\/$/, "");
  return (
    <Panel
      title={noticeName(notice.permission)}
      description={`${notice.title} ${notice.optional ? t("Each person can turn these off.") : t("These can't be turned off.")}`}
      actions={
        <Badge icon={<Icon name="mail-check" className="size-3" />} tone={warning ? "warning" : "neutral"}>
          {hasMore
            ? t("{count}+ people", { count: recipients.length })
            : t("{count, plural, one {# person} other {# people}}", { count: recipients.length })}
        </Badge>
      }
      flush
    >
      {warning && (
        <div className="p-4">
          <Callout
            kind="warning"
            title={warning}
            actions={peopleHref && <TextLink href={peopleHref}>{t("Choose recipients")}</TextLink>}
          />
        </div>
      )}
      <ul className="divide-y divide-line">
        {recipients.map((one) => (
          <Line key={one.contactId} person={one} personHref={personHref}>
            {one.why}
            {!one.hasLogin && ` ${t("Notification-only contact.")}`}
          </Line>
        ))}
        {missing.map((one) => (
          <Line key={one.contactId} person={one} personHref={personHref}>
            {rich(reasons[one.why], {
              strong: (text) => <strong className="font-medium text-warning-text">{text}</strong>,
            })}
          </Line>
        ))}
        {hasMore && <Remark>{t("Only the first people are listed. Search for a name to find others.")}</Remark>}
        {nobody && !warning && <Remark>{t("No one found.")}</Remark>}
      </ul>
    </Panel>
  );
}

const Remark = ({ children }: { children: string }) => (
  <li className="px-4 py-2.5 text-sm text-ink-soft">{children}</li>
);

const reasons: Record<Notice["missing"][number]["why"], Sentence> = {
  "turned-off": msg("<strong>Not receiving:</strong> turned off in their profile."),
  "address-not-verified": msg("<strong>Not receiving:</strong> email address not confirmed."),
};

type LineProps = {
  person: { contactId: string; name: string; email: string };
  personHref: NoticeListProps["personHref"];
  children: ReactNode;
};

function Line({ person: { contactId, name, email }, personHref, children }: LineProps) {
  const href = personHref?.(contactId);
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-2.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] sm:items-center">
      <div className="min-w-0">
        {href ? (
          <a href={href} className="block rounded-md hover:underline">
            <Person name={name} detail={email} />
          </a>
        ) : (
          <Person name={name} detail={email} />
        )}
      </div>
      <p className="text-sm text-ink-soft">{children}</p>
    </li>
  );
}
