import { createTransport } from "nodemailer";
import { mailFrom } from "@/lib/platform/brand/mail-from";
import { env } from "@/lib/platform/config/env";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import type { ClaimedMail } from "@/lib/platform/mail/claim-mail";
import { Handover, UnknownDelivery } from "./handover";
import { encryptionOf } from "./mail-encryption";

/**
 * Sends one mail and resolves once the mail server has accepted it.
 *
 * @throws UnknownDelivery if the server has all of it and didn't say whether it accepted it
 */
export interface MailTransport {
  send(mail: ClaimedMail): Promise<void>;
  close(): void;
}

/** As many mails are sent at once: one that was asked whether it is wanted doesn't wait for a connection afterwards. */
export const MAIL_CONNECTIONS = 4;

const TIMEOUT_MS = 30_000;
/** For one whole mail, from a server that keeps trickling data. Far below the lease of a claim. */
const MAIL_MS = 120_000;

/** The mail server of SMTP_URL; null if none is configured and mail is only stored. */
export function mailTransport(): MailTransport | null {
  const { SMTP_URL } = env();
  if (SMTP_URL === undefined) return null;
  const server = createTransport({
    url: SMTP_URL,
    ...encryptionOf(new URL(SMTP_URL)),
    pool: true,
    maxConnections: MAIL_CONNECTIONS,
    connectionTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  server.use("stream", ({ data, message }, next) => {
    message.transform(() => (data as { handover: Handover }).handover.watch());
    next();
  });
  return {
    async send(mail) {
      const { toName, toAddress, subject, html, text, messageId, unsubscribe } = mail;
      const to = { name: toName, address: toAddress };
      const headers = { ...automatic(), ...(unsubscribe === null ? {} : stopping(unsubscribe)) };
      const from = await mailFrom();
      const handover = new Handover();
      const content = { from, to, subject, html, text, messageId, headers, ...threadOf(mail), ...calendarOf(mail) };
      const watched = { ...content, handover };
      try {
        await withDeadline(MAIL_MS, server.sendMail(watched));
      } catch (error) {
        handover.stop();
        throw handover.isComplete && !isAnswer(error) ? new UnknownDelivery(error) : error;
      }
    },
    close: () => server.close(),
  };
}

/** The server has said what became of the mail. */
const isAnswer = (error: unknown): boolean => (error as { responseCode?: number }).responseCode !== undefined;

/** The headers of a conversation, and an envelope sender that tells which mail came back (VERP). */
const threadOf = ({ toAddress, replyTo, bounceTo, inReplyTo, references }: ClaimedMail) => ({
  ...(replyTo === null ? {} : { replyTo }),
  ...(bounceTo === null ? {} : { envelope: { from: bounceTo, to: toAddress } }),
  ...(inReplyTo === null ? {} : { inReplyTo, references: [...references] }),
});

/** Mail clients offer to answer it, or put it into the calendar, by its method. */
function calendarOf({ calendar }: ClaimedMail) {
  if (calendar === null) return {};
  const method = /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? "REQUEST";
  return { icalEvent: { method, content: calendar, filename: "invite.ics" } };
}

/** Prevents out-of-office and other automatic replies, and lets the portal know its own mail. */
const automatic = () => ({
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "All",
  "X-Loop": new URL(env().PORTAL_URL).hostname,
});

/** RFC 8058: mail clients unsubscribe with one POST. Scanners that follow links only see a confirmation page. */
const stopping = (url: string) => ({
  "List-Unsubscribe": `<${url}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});
