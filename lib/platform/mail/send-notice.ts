import type { ReactElement } from "react";
import { env } from "@/lib/platform/config/env";
import { type About, addNotifications } from "@/lib/platform/db/add-notifications";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { t } from "@/lib/platform/language/t";
import type { Permission } from "@/lib/policy/permissions";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import type { MailAbout } from "./mail-about";
import { isOptionalNotice } from "./optional-notices";
import { type Mail, OWN_STOP_MORE, OWN_UNSUBSCRIBE, type Recipient, sendMail, type Threading } from "./outbox";
import { withStopLinks } from "./templates/layout";
import { stopToken, unsubscribeToken } from "./unsubscribe-token";

interface Stop {
  readonly kind: string;
  readonly id: string;
  readonly label: () => string;
}

type Stops = readonly [Stop, Stop?];

/** What its readers turn off: a kind of notification, mail about one record, or both. */
type Choice =
  | {
      /** The kind of notification; `to` are its `noticeRecipients`. */
      readonly notice: Permission;
      /** What turns off mail about this record alone, one step for each: the first also in the mail client's own button. */
      readonly stops?: Stops;
      /** The records whose text it shows: asked again when it is sent, together with the notification. */
      readonly about: MailAbout["record"] | null;
    }
  | {
      /** They chose this record, whatever they have turned off for all. */
      readonly notice: null;
      readonly stops: Stops;
      readonly about: NonNullable<MailAbout["record"]>;
    };

type Notice = Choice & NoticeMail;

interface NoticeMail extends Omit<Mail, "accountId" | "to" | "body" | "about"> {
  readonly accountId: string;
  readonly to: readonly AccountMember[];
  /** Also shown behind the bell of those recipients who see the record. */
  readonly bell?: {
    readonly kind: string;
    readonly about: About;
    readonly sees: (viewer: Viewer) => boolean;
  };
  /** A link for each alone, where the body has `OWN_LINK`. */
  readonly link?: (reader: AccountMember) => string;
  /** An invitation for each one's calendar, or the end of one. */
  readonly calendar?: (reader: AccountMember) => string | undefined;
  /** For people with a login, and for notification-only contacts who have nowhere to sign in. */
  readonly body: (reader: { readonly hasLogin: boolean }) => ReactElement;
  /** How each one's copy continues a conversation, if it does. */
  readonly threading?: (reader: AccountMember) => Threading | undefined;
}

/** Sends a notification to each recipient; what can be turned off carries the link for it, in the headers and the footer. */
export async function sendNotice(
  db: ScopedDb,
  { notice, to, about, stops, link, calendar, body, bell, threading, ...mail }: Notice,
): Promise<void> {
  for (const hasLogin of [true, false]) {
    const readers = to.filter((one) => one.hasLogin === hasLogin);
    if (readers.length === 0) continue;
    await sendMail(db, {
      ...mail,
      about: { ...(notice && { permission: notice }), ...(about && { record: about }) },
      to: readers.map((one) => ({
        ...addressOf(one, notice, stops),
        link: link?.(one) ?? null,
        calendar: calendar?.(one),
        threading: threading?.(one),
      })),
      body: () => {
        const words = body({ hasLogin });
        return canStop(notice) ? withStopLinks(words, linksOf(stops)) : words;
      },
    });
  }
  if (bell === undefined) return;
  const seeing = to.filter(({ hasLogin, subject }) => hasLogin && bell.sees(viewerOf(subject)));
  await addNotifications(db, { ...bell, to: seeing.map(({ subject }) => subject.personId) });
}

const addressOf = (
  { contactId, name, email, locale }: AccountMember,
  notice: Permission | null,
  [stop, more]: readonly (Stop | undefined)[] = [],
): Recipient => ({
  name,
  address: email,
  locale,
  reader: { contactId },
  unsubscribe: canStop(notice) ? (stop ? stopUrl(contactId, stop) : noticeUrl(contactId, notice)) : null,
  stopMore: more ? stopUrl(contactId, more) : null,
});

const canStop = (notice: Permission | null): boolean => notice === null || isOptionalNotice(notice);

const noticeUrl = (contactId: string, notice: Permission | null): string | null =>
  notice && addressFor(unsubscribeToken({ contactId, notice }));

/** The address by which somebody stops mail about one record, such as each thread of a digest. */
export const stopUrl = (contactId: string, { kind, id }: Pick<Stop, "kind" | "id">): string =>
  addressFor(stopToken({ contactId, kind, id }));

const addressFor = (token: string): string => `${env().PORTAL_URL}/api/unsubscribe/${token}`;

const linksOf = ([stop, more]: readonly (Stop | undefined)[] = []) => [
  { href: OWN_UNSUBSCRIBE, label: stop?.label() ?? t("Unsubscribe") },
  ...(more ? [{ href: OWN_STOP_MORE, label: more.label() }] : []),
];
