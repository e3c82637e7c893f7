import type { IncomingHttpHeaders } from "node:http";
import { isLanguage, languageCookie, localeFor, PSEUDO, preferredLanguage } from "./languages";

/**
 * The locale in which a request is answered: the language its browser was set to, by the person who signed in or by the
 * link on the sign-in page, else the one it prefers.
 */
export function localeOfRequest(headers: IncomingHttpHeaders, pseudo: boolean): string {
  const set = new RegExp(`(?:^|; )${languageCookie}=([\\w-]+)`).exec(headers.cookie ?? "")?.[1];
  if (pseudo && set === PSEUDO) return PSEUDO;
  return localeFor(isLanguage(set) ? set : preferredLanguage(headers["accept-language"]));
}
