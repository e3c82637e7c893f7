import { env } from "@/lib/platform/config/env";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { t } from "@/lib/platform/language/t";
import { withLanguage } from "@/lib/platform/language/with-language";

/** What a message of a ticket can hold. */
const LONGEST = 20_000;

/** Below a mail stands a link that turns off its reader's notifications, whoever opens it. It is quoted with the mail. */
function withoutTokens(text: string): string {
  const [before = "", ...rest] = text.split(`${env().PORTAL_URL}/api/unsubscribe/`);
  return [before, ...rest.map((after) => after.replace(/^[\w.-]+/, "…"))].join(`${env().PORTAL_URL}/api/unsubscribe/`);
}

/**
 * The text of a mail as a message of a ticket, whole: what it quotes is folded where it is shown, not cut here. Its
 * files are attached; those that couldn't be are named.
 */
export function messageText(text: string, leftOut: readonly string[], locale: string | null): string {
  return withLanguage(locale ?? "en-GB", () => {
    const names = leftOut.map((name) => name || t("unnamed file")).join(", ");
    const rest =
      leftOut.length > 0
        ? `\n\n${t("[Files of the email that couldn't be attached: {names}]", { names: cutText(names, 1_000) })}`
        : "";
    const room = LONGEST - rest.length - 100;
    const body = withoutTokens(text).trim() || t("(no text)");
    return body.length > room
      ? `${cutText(body, room).trimEnd()}\n\n${t("[The email is longer.]")}${rest}`
      : body + rest;
  });
}

/** The subject of a ticket; an email may have none, or a very long one. */
export const ticketSubject = (subject: string, locale: string | null): string =>
  withLanguage(locale ?? "en-GB", () => cutText(subject.replace(/\s+/g, " ").trim(), 200).trim() || t("(no subject)"));
