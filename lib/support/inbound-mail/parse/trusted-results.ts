import type { SenderChecks } from "../mail-facts";

/**
 * The checks of another server, for a mailbox that is polled. Only the one that keeps the mailbox is believed: what is
 * passed here is its topmost Authentication-Results (RFC 8601), or null.
 *
 * @param fromDomain the domain in From; null if there is not exactly one
 * @param limited a signature of the mail covers only a part of it, which the results don't tell
 */
export function trustedChecks(
  results: string | null,
  fromDomain: string | null,
  limited: boolean,
): Omit<SenderChecks, "addressed" | "signedKey" | "unanswered"> {
  const text = withoutQuoted(results ?? "").toLowerCase();
  const parts = text.split(";").map((part) => part.trim());
  const resultsOf = (method: string) =>
    parts.flatMap((part) => new RegExp(`^${method}\\s*=\\s*([a-z]+)`).exec(part)?.[1] ?? []);
  const resultOf = (method: string) => resultsOf(method)[0] ?? "none";
  const signers = parts
    .filter((part) => /^dkim\s*=\s*pass\b/.test(part))
    .flatMap((part) => /header\.(?:d|i)\s*=\s*(?:[^\s@]*@)?([a-z0-9.-]+)/.exec(part)?.[1] ?? []);
  const signer = signers.find((domain) => belongs(domain, fromDomain)) ?? null;
  // A server has one result of it. Where there are two, one of them is the sender's.
  const dmarc = new Set(resultsOf("dmarc")).size > 1 ? "permerror" : resultOf("dmarc");
  const sender = /smtp\.mailfrom\s*=\s*(?:[^\s@;]*@)?([a-z0-9.-]+)/.exec(text)?.[1] ?? null;
  const spfAligned = resultOf("spf") === "pass" && sender !== null && belongs(sender, fromDomain);
  return {
    spf: spfAligned ? "aligned" : resultOf("spf"),
    dkim: resultOf("dkim"),
    dmarc,
    signedBy: limited ? null : signer,
    partly: limited && signer !== null,
    ambiguous: fromDomain === null,
  };
}

/**
 * Without comments and quoted strings. Both can hold whatever a sender likes, such as a local part that reads like a result:
 * `smtp.mailfrom="; dmarc=pass"@attacker.example`. What is never closed goes to the end.
 */
function withoutQuoted(text: string): string {
  let kept = "";
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "\\" && (quoted || depth > 0)) at += 1;
    else if (sign === '"' && depth === 0) quoted = !quoted;
    else if (quoted) continue;
    else if (sign === "(") depth += 1;
    else if (sign === ")" && depth > 0) depth -= 1;
    else if (depth === 0) kept += sign;
  }
  return kept;
}

/** The same domain, or the one a subdomain is below of. */
export const belongs = (domain: string, from: string | null): boolean =>
  from !== null && (domain === from || from.endsWith(`.${domain}`) || domain.endsWith(`.${from}`));
