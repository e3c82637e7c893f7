import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { groupBy } from "@/lib/platform/kernel/group-by";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { newSecretToken } from "@/lib/platform/kernel/secret-token";
import { currentLocale, withLanguage } from "@/lib/platform/language/with-language";
import type { MailAbout, MailReader } from "./mail-about";
import type { MailKind } from "./schema";

export interface Recipient {
  readonly address: string;
  readonly name: string;
  /** Their language and format; null if nothing is known of them, who are then written to as the sender reads. */
  readonly locale: string | null;
  /** Who it is, if something is asked of them when the mail is sent. */
  readonly reader?: MailReader;
  /** The one-click unsubscribe URL; null or absent if it can't be unsubscribed. */
  readonly unsubscribe?: string | null;
  /** Turns off more than that URL does, such as the whole group of a thread. */
  readonly stopMore?: string | null;
  /** A link for them alone; null or absent if all get the same ones. */
  readonly link?: string | null;
  /** An invitation for their calendar, or the end of one: iCalendar. */
  readonly calendar?: string | undefined;
  /** For a conversation that is continued by email. */
  readonly threading?: Threading | undefined;
}

/** How one recipient's copy is part of a conversation. Message-IDs have their angle brackets. */
export interface Threading {
  readonly messageId: string;
  /** Where an answer goes. */
  readonly replyTo: string;
  /** The envelope sender: where a bounce goes. */
  readonly bounceTo: string;
  readonly inReplyTo: string | null;
  /** Oldest first. */
  readonly references: readonly string[];
}

/** A new Message-ID of this portal. */
export const newMessageId = (): string => `<${newSecretToken()}@${new URL(env().PORTAL_URL).hostname}>`;

/** Placeholder in a body for the recipient's own `unsubscribe` URL. */
export const OWN_UNSUBSCRIBE = "https://unsubscribe.invalid/";

/** Placeholder for their own `stopMore`. */
export const OWN_STOP_MORE = "https://stop-more.invalid/";

/** Placeholder for their own `link`. */
export const OWN_LINK = "https://link.invalid/";

export interface Mail {
  readonly accountId: string | null;
  /**
   * The subject area, which decides which staff may see it: `security` for passwords, addresses and sessions,
   * `people` for invitations, roles and ownership, else the area: `billing`, `services`, `support`, `workspace`.
   */
  readonly kind: MailKind;
  /** If several, each gets a separate mail that names nobody else; it is rendered once for each language. */
  readonly to: Recipient | readonly Recipient[];
  /** What is asked of its readers when it is sent; null if it is sent in any case: tests/platform/mail/bound.ts says why. */
  readonly about: MailAbout | null;
  /** Somebody waits for it before they can go on, such as a link to a new password: it is sent before the rest. */
  readonly awaited?: boolean;
  readonly subject: () => string;
  /** A template of lib/platform/mail/templates. */
  readonly template: string;
  readonly body: () => ReactElement;
}

/**
 * Puts a mail into the outbox, in the transaction of the change it reports, so that neither exists without
 * the other. The worker sends it; its Message-ID is set here, so that a resend is the same mail.
 */
export async function sendMail(db: Pick<ScopedDb, "outboxMail">, mail: Mail): Promise<void> {
  const recipients: readonly Recipient[] = "address" in mail.to ? [mail.to] : mail.to;
  if (recipients.length === 0) return;
  // The templates show it.
  await currentBrand();
  for (const [locale, readers] of groupBy(recipients, (one) => one.locale ?? currentLocale()))
    await withLanguage(locale, () => sendTo(db, mail, readers));
}

/** To those who read the same language. */
async function sendTo(db: Pick<ScopedDb, "outboxMail">, mail: Mail, readers: readonly Recipient[]): Promise<void> {
  const subject = mail.subject();
  const html = await render(mail.body());
  const text = toPlainText(html, plainText);
  await db.outboxMail.createMany({
    data: readers.map(
      ({ address, name, reader, unsubscribe = null, stopMore = null, link = null, calendar, threading }) => ({
        accountId: mail.accountId,
        kind: mail.kind,
        template: mail.template,
        awaited: mail.awaited ?? false,
        toAddress: address,
        toName: name,
        unsubscribe,
        ...aboutColumns(mail.about, reader),
        calendar: calendar ?? null,
        // Subjects contain names that people choose; a line break in one must not inject headers.
        subject: oneLine(subject),
        html: html
          .replaceAll(OWN_UNSUBSCRIBE, unsubscribe ?? "")
          .replaceAll(OWN_STOP_MORE, stopMore ?? "")
          .replaceAll(OWN_LINK, link ?? ""),
        text: text
          .trim()
          .replaceAll(OWN_UNSUBSCRIBE, unsubscribe ?? "")
          .replaceAll(OWN_STOP_MORE, stopMore ?? "")
          .replaceAll(OWN_LINK, link ?? ""),
        ...threadingColumns(threading),
      }),
    ),
  });
}

/** @throws Error if something is to be asked of nobody: such a mail would be sent in any case */
function aboutColumns(about: MailAbout | null, reader: MailReader | undefined) {
  if (about === null) return {};
  if (reader === undefined) throw new Error("Say who the reader is, of whom something is asked.");
  const { permission = null, record } = about;
  return { ...reader, permission, about: record?.kind ?? null, aboutIds: [...(record?.ids ?? [])] };
}

const threadingColumns = (threading: Threading | undefined) => ({
  messageId: threading?.messageId ?? newMessageId(),
  replyTo: threading?.replyTo ?? null,
  bounceTo: threading?.bounceTo ?? null,
  inReplyTo: threading?.inReplyTo ?? null,
  references: [...(threading?.references ?? [])],
});

/** For people who read mail as text: headings in their original case, and lines that fit a terminal. */
const plainText = { wordwrap: 78, selectors: [{ selector: "h1", options: { uppercase: false } }] };
