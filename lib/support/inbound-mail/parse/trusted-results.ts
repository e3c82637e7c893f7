import type { SenderChecks } from "../mail-facts";

/**
 * The checks of another server, for a mailbox that is polled. Only the one that keeps the mailbox is believed: what is
 * passed here is its topmost Authentication-Results (RFC 8601), or null.
 *
 * @param fromDomain the domain in From; null if there is not exactly one
 * @param limited a signature of the mail covers only a part of it, which the results don't tell
 */
export function trustedChecks(results: string | null, fromDomain: string | null, limited: boolean): SenderChecks {
  const text = (results ?? "").replace(/\([^()]*\)/g, " ").toLowerCase();
  const parts = text.split(";").map((part) => part.trim());
  const resultOf = (method: string) =>
    parts.map((part) => new RegExp(`^${method}\\s*=\\s*([a-z]+)`).exec(part)?.[1]).find(Boolean) ?? "none";
  const signers = parts
    .filter((part) => /^dkim\s*=\s*pass\b/.test(part))
    .flatMap((part) => /header\.(?:d|i)\s*=\s*(?:[^\s@]*@)?([a-z0-9.-]+)/.exec(part)?.[1] ?? []);
  const signer = signers.find((domain) => belongs(domain, fromDomain)) ?? null;
  const dmarc = resultOf("dmarc");
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

/** The same domain, or the one a subdomain is below of. */
const belongs = (domain: string, from: string | null): boolean =>
  from !== null && (domain === from || from.endsWith(`.${domain}`) || domain.endsWith(`.${from}`));
