import PostalMime, { type Address, addressParser, type Email, type Header } from "postal-mime";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { identityLevel } from "../identity-level";
import type { DeliveryReport, Mailbox, MailEnvelope, MailFacts, MailFile, SenderChecks } from "../mail-facts";
import { checkSender } from "./check-sender";
import { headerLength } from "./check-shape";
import type { Lookup } from "./dns";
import { htmlText } from "./html-text";
import { coveredBy, fieldsOf, signedKey } from "./signed-key";
import { belongs, trustedChecks } from "./trusted-results";

const LONGEST_TEXT = 200_000;
const MOST_ADDRESSES = 50;
const MOST_ANSWERS = 50;
/** Headers that tell whether a person wrote it. */
const TELLING = [
  "auto-submitted",
  "precedence",
  "list-id",
  "list-unsubscribe",
  "x-auto-response-suppress",
  "x-autoreply",
  "x-autorespond",
  "x-loop",
  "x-failed-recipients",
];

export const parserLimits = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 5 } as const;

/** Reads one mail. Only called in a thread that may fail. */
export async function readMail(raw: Uint8Array, envelope: MailEnvelope, lookup: Lookup): Promise<MailFacts> {
  const email = await PostalMime.parse(raw, parserLimits);
  const fromHeaders = email.headers.filter(({ key }) => key === "from");
  const from = fromHeaders.flatMap(({ value }) => mailboxes(addressParser(value)));
  const found = await checksOf(raw, { envelope, lookup, from, fromHeaders: fromHeaders.length });
  const checks = { ...found, ambiguous: found.ambiguous || isMisleading(raw, email.headers) };
  return {
    from,
    fromHeaders: fromHeaders.length,
    to: [...mailboxes(email.to), ...mailboxes(email.cc)].slice(0, MOST_ADDRESSES),
    subject: cutText(
      clean(email.subject ?? "")
        .replace(/\s+/g, " ")
        .trim(),
      500,
    ),
    messageId: idsIn(email.messageId)[0] ?? null,
    answers: [...idsIn(email.inReplyTo), ...idsIn(email.references).toReversed()].slice(0, MOST_ANSWERS),
    headers: telling(email.headers),
    received: email.headers.filter(({ key }) => key === "received").length,
    text: cutText(textOf(email), LONGEST_TEXT),
    files: filesOf(email),
    report: reportOf(email, raw),
    calendar: email.attachments.find(({ method }) => method)?.method?.toLowerCase() ?? null,
    checks,
    identity: identityLevel(checks),
  };
}

/** What a mail has once (RFC 5322 and 2045). A signature covers the last, and the first may be the one that is read. */
const ONCE = ["to", "cc", "subject", "date", "message-id", "content-type", "content-transfer-encoding"];
const [CR, LF] = [13, 10];

/**
 * Built so that programs read different mails in it, whatever its signature covers: to some a CR without LF ends the
 * header, to others not, and what follows is text to the first and not to the second.
 */
function isMisleading(raw: Uint8Array, headers: readonly Header[]): boolean {
  if (ONCE.some((name) => headers.filter(({ key }) => key === name).length > 1)) return true;
  for (let at = raw.indexOf(CR); at >= 0; at = raw.indexOf(CR, at + 1)) if (raw[at + 1] !== LF) return true;
  return false;
}

interface Sent {
  readonly envelope: MailEnvelope;
  readonly lookup: Lookup;
  readonly from: readonly Mailbox[];
  readonly fromHeaders: number;
}

function checksOf(raw: Uint8Array, sent: Sent): Promise<SenderChecks> | SenderChecks {
  const { envelope, lookup, from, fromHeaders } = sent;
  const [only, second] = from;
  const address = fromHeaders === 1 && only && !second ? only.address : null;
  if (envelope.clientIp !== null) return checkSender(raw, { envelope, lookup, from: address });
  const domain = address?.split("@").at(-1) ?? null;
  const fields = fieldsOf(raw);
  const signatures = fields.filter(({ name }) => name === "dkim-signature").map(({ value }) => signatureTags(value));
  const own = signatures.filter(({ d = "" }) => domain !== null && belongs(d.toLowerCase(), domain));
  const covered = own.map(({ h = "" }) => coveredBy(h.toLowerCase().split(/\s*:\s*/), fields));
  const limited = signatures.some(({ l }) => l !== undefined) || covered.some(({ whole }) => !whole);
  const checks = trustedChecks(envelope.trustedResults, domain, limited);
  return {
    ...checks,
    unanswered: false,
    addressed: covered.every(({ addressed }) => addressed),
    signedKey: checks.signedBy && address !== null ? signedKey(raw, address, fields) : null,
  };
}

const signatureTags = (value: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    value.split(";").flatMap((tag) => {
      const at = tag.indexOf("=");
      return at < 0 ? [] : [[tag.slice(0, at).trim().toLowerCase(), tag.slice(at + 1).trim()]];
    }),
  );

/** Groups are spelled out: their members are addresses too. */
function mailboxes(given: readonly Address[] | undefined): Mailbox[] {
  return (given ?? []).flatMap((one) =>
    (one.group ?? [one]).flatMap(({ name, address }) =>
      address
        ? [{ name: cutText(clean(name).trim(), 200), address: clean(address).trim().toLowerCase().slice(0, 320) }]
        : [],
    ),
  );
}

const idsIn = (value: string | undefined): string[] =>
  (value ?? "").slice(0, 20_000).match(/<[^<>\s\p{Cc}]{1,250}>/gu) ?? [];

const telling = (headers: readonly Header[]): Record<string, string> =>
  Object.fromEntries(
    headers.filter(({ key }) => TELLING.includes(key)).map(({ key, value }) => [key, clean(value).slice(0, 200)]),
  );

/** The plain text if the mail has any, else that of its HTML. */
export function textOf({ text, html }: Pick<Email, "text" | "html">): string {
  const plain = clean(text ?? "").trim();
  return plain === "" && html ? clean(htmlText(html)).trim() : plain;
}

/** Pictures that the HTML shows are known by their Content-ID: some programs leave out the disposition. */
export function filesOf({ attachments, html = "" }: Pick<Email, "attachments" | "html">): MailFile[] {
  return attachments
    .filter(({ mimeType }) => mimeType !== "message/delivery-status")
    .slice(0, 100)
    .map(({ filename, mimeType, content, contentId, disposition }) => {
      const cid = contentId?.replace(/^<|>$/g, "");
      const shown = cid !== undefined && html.includes(`cid:${cid}`);
      return {
        name: cutText(
          clean(filename ?? "")
            .replace(/[\\/\s\p{Cf}]+/gu, " ")
            .trim(),
          150,
        ),
        type: mimeType.slice(0, 100),
        bytes: typeof content === "string" ? Buffer.byteLength(content) : content.byteLength,
        inline:
          shown || (disposition === "inline" && html !== "" && mimeType.startsWith("image/") && cid !== undefined),
      };
    });
}

function reportOf(email: Email, raw: Uint8Array): DeliveryReport | null {
  const type = email.headers.find(({ key }) => key === "content-type")?.value ?? "";
  const part = email.attachments.find(({ mimeType }) => mimeType === "message/delivery-status");
  const status = part ? textOfPart(part.content) : (email.text ?? "");
  const action = /^action:[ \t]*([a-z]+)/im.exec(status)?.[1]?.toLowerCase();
  if (action !== undefined)
    return { action, status: /^status:[ \t]*(\d\.\d{1,3}\.\d{1,3})/im.exec(status)?.[1] ?? null };
  const failed = Buffer.from(raw.subarray(0, headerLength(raw))).toString("latin1");
  if (/^multipart\/report\b/i.test(type) && /delivery-status/i.test(type)) return { action: "failed", status: null };
  return /^x-failed-recipients:/im.test(failed) ? { action: "failed", status: null } : null;
}

const textOfPart = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === "string" ? content : Buffer.from(content as Uint8Array).toString("utf8");

/** Without what PostgreSQL can't keep, and without invisible controls. */
const clean = (text: string): string => text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, "");
