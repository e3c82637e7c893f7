import type { RolePreset } from "@/lib/accounts/role-requests/schema";

/** The words by which customers ask for each part of the standard roles, in English and German, as they begin. */
const words = {
  administrator: ["admin", "full access", "full rights", "all rights", "vollzugriff", "alle rechte", "verwalter"],
  billing: [
    ...["billing", "invoice", "payment", "accounts payable", "finance", "bookkeep", "accountant"],
    ...["rechnung", "zahlung", "buchhalt", "abrechnung", "finanz"],
  ],
  support: [
    ...["support", "technical", "ticket", "login details", "credentials", "developer", "server"],
    ...["technik", "technisch", "zugangsdaten", "entwickler"],
  ],
} as const;

/** As much of a request as is read for a proposal. */
const MOST_READ = 20_000;

/**
 * The standard role that a request seems to ask for; null if none is named. A proposal for the person who records it: it
 * decides nothing. Of several the smaller one, because an administrator is often mentioned in the sender's signature.
 */
export function proposeRole(text: string): RolePreset | null {
  const read = withoutNegated(text.slice(0, MOST_READ).toLowerCase());
  const asks = (part: keyof typeof words) => words[part].some((word) => startsIn(read, word));
  const [billing, support] = [asks("billing"), asks("support")];
  if (billing && support) return "billing-support";
  if (billing) return "billing";
  if (support) return "support";
  return asks("administrator") ? "administrator" : null;
}

/** At the start of a word, so that "admin" is found in "administrator" and "invoice" isn't in "voice". */
function startsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

/** "No access to billing", "kein Zugriff auf Tickets": what is ruled out isn't asked for. */
const withoutNegated = (text: string): string =>
  text.replace(/\b(?:no|not|without|except|kein(?:e[nrms]?)?|nicht|ohne|außer)\b[^.,;!?\n]{0,60}/gu, " ");
