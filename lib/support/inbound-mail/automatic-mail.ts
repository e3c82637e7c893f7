import { env } from "@/lib/platform/config/env";
import type { MailFacts } from "./mail-facts";

/** How programs in several languages begin the subject of an automatic reply. */
const AUTOMATIC_SUBJECT =
  /^(?:re: |aw: |antw: )?(?:auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|abwesenheitsnotiz|automatische antwort|abwesend:|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|risposta automatica|fuori sede|automatisch antwoord|afwezigheidsassistent|automatyczna odpowied\u017a|resposta automática|autosvar)\b/iu;

const SYSTEM_SENDER = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)(?:[+@])/i;

/** More servers than this have passed it on in a circle. */
const MOST_HOPS = 25;

/** A mail returned by a mail server: it says so, or has no sender and names a failed delivery. */
export const isBounce = (facts: MailFacts, envelopeFrom: string): boolean =>
  facts.report !== null && (envelopeFrom === "" || /^mailer-daemon[+@]/i.test(facts.from[0]?.address ?? ""));

/**
 * A mail to the address that our bounces go to which returns one of ours: it has a report, or a mail server wrote it.
 * Vacation notes and receipts go there too, and now and then a person.
 */
export const isReturned = (facts: MailFacts, envelopeFrom: string): boolean =>
  facts.report !== null ||
  (envelopeFrom === "" && /^(?:mailer-daemon|postmaster)[+@]/i.test(facts.from[0]?.address ?? ""));

/** Our own mail, or mail that goes in a circle. */
export function isLooping(facts: MailFacts): boolean {
  const { MAIL_IN_DOMAIN, PORTAL_URL } = env();
  const own = new URL(PORTAL_URL).hostname;
  const toItself = facts.from.some(({ address }) => MAIL_IN_DOMAIN && address.endsWith(`@${MAIL_IN_DOMAIN}`));
  return facts.received > MOST_HOPS || facts.headers["x-loop"]?.toLowerCase() === own || toItself;
}

/** Written by a program, not by a person: it is never answered, and opens or joins nothing. */
export function isAutomatic(facts: MailFacts, envelopeFrom: string): boolean {
  const { headers, subject, from, calendar } = facts;
  const submitted = headers["auto-submitted"]?.toLowerCase() ?? "no";
  return (
    !/^no\b/.test(submitted) ||
    /^auto[_-]?reply$/i.test(headers.precedence?.trim() ?? "") ||
    "x-autoreply" in headers ||
    "x-autorespond" in headers ||
    envelopeFrom === "" ||
    calendar === "reply" ||
    from.some(({ address }) => SYSTEM_SENDER.test(address)) ||
    AUTOMATIC_SUBJECT.test(subject)
  );
}

/** Sent to a mailing list, so not written to us. */
export const isFromList = ({ headers }: MailFacts): boolean =>
  "list-id" in headers ||
  "list-unsubscribe" in headers ||
  /^(?:bulk|list|junk)$/i.test(headers.precedence?.trim() ?? "");
