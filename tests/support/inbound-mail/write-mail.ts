import { randomUUID } from "node:crypto";

/** A mail of the corpus, as its author wrote it: lines with CR LF. Headers with null are left out. */
export interface WrittenMail {
  readonly from?: string | null;
  readonly to?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly type?: string;
  readonly body?: string;
  readonly messageId?: string | null;
  readonly date?: Date;
}

export function writeMail(mail: WrittenMail): string {
  const {
    from = "Tomás <support@northwind.example>",
    to = "support@in.portcullis.example",
    subject = "A question",
  } = mail;
  const {
    date = new Date(),
    headers = [],
    type = "text/plain; charset=utf-8",
    body = "Please look at web-02.",
    messageId,
  } = mail;
  const lines = [
    ...(from === null ? [] : [`From: ${from}`]),
    `To: ${to}`,
    `Subject: ${subject}`,
    ...(messageId === null ? [] : [`Message-ID: ${messageId ?? `<${randomUUID()}@client.example>`}`]),
    `Date: ${date.toUTCString()}`,
    "MIME-Version: 1.0",
    `Content-Type: ${type}`,
    ...headers,
    "",
    body,
    "",
  ];
  return lines.join("\n").replace(/\r?\n/g, "\r\n");
}

/** The type and body of a mail of several parts, each with its own headers. */
export function parts(subtype: string, given: readonly string[]): { type: string; body: string } {
  const boundary = `b-${randomUUID().slice(0, 8)}`;
  const body = [...given.map((part) => `--${boundary}\n${part}`), `--${boundary}--`].join("\n");
  return { type: `multipart/${subtype}; boundary="${boundary}"`, body };
}

/** A file of a mail. */
export const file = (name: string, type: string, content: string | Buffer, extra = ""): string =>
  `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n${extra}\n${Buffer.from(
    content,
  )
    .toString("base64")
    .replace(/(.{76})/g, "$1\n")}`;
