import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";
import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { MailKind } from "./schema";

export interface Recipient {
  readonly address: string;
  readonly name: string;
  /** Where a mail program stops this kind of mail; null or absent where it cannot be stopped. */
  readonly unsubscribe?: string | null;
}

/** Stands in a body for the recipient's own `unsubscribe`. */
export const OWN_UNSUBSCRIBE = "https://unsubscribe.invalid/";

export interface Mail {
  readonly accountId: string | null;
  /**
   * What it is about, which decides the staff who may see it: `security` for passwords, addresses and sessions,
   * `people` for invitations, roles and ownership, else the area: `billing`, `services`, `support`, `workspace`.
   */
  readonly kind: MailKind;
  /** Of several, each gets a mail of their own that names nobody else; it is rendered once. */
  readonly to: Recipient | readonly Recipient[];
  readonly subject: string;
  /** A template of lib/platform/mail/templates. */
  readonly template: string;
  readonly body: ReactElement;
}

/**
 * Puts a mail into the outbox, in the transaction of the change that it tells of: no change without its mail, no mail
 * without its change. The worker sends it; its Message-ID is fixed here, so that a repeat is the same mail.
 */
export async function sendMail(db: Pick<ScopedDb, "outboxMail">, mail: Mail): Promise<void> {
  const recipients: readonly Recipient[] = "address" in mail.to ? [mail.to] : mail.to;
  if (recipients.length === 0) return;
  const html = await render(mail.body);
  const text = toPlainText(html, plainText);
  await db.outboxMail.createMany({
    data: recipients.map(({ address, name, unsubscribe = null }) => ({
      accountId: mail.accountId,
      kind: mail.kind,
      template: mail.template,
      toAddress: address,
      toName: name,
      unsubscribe,
      // Names that people choose end up in subjects; a line break there would not be theirs to add.
      subject: oneLine(mail.subject),
      html: html.replaceAll(OWN_UNSUBSCRIBE, unsubscribe ?? ""),
      text: text.trim().replaceAll(OWN_UNSUBSCRIBE, unsubscribe ?? ""),
      messageId: `<${newSecretToken()}@${new URL(env().PORTAL_URL).hostname}>`,
    })),
  });
}

/** For people who read mail as text: headings as they are written, and lines that fit a terminal. */
const plainText = { wordwrap: 78, selectors: [{ selector: "h1", options: { uppercase: false } }] };
