import type { MailIdentity, SenderChecks } from "./mail-facts";

/**
 * `verified`: DMARC passes with a signature of the sender's domain over the whole mail, and over To and Cc if the mail didn't come from a
 * server of that domain: whoever got it could put us in there. `weak`: the signature leaves that open, or only the client's
 * address speaks for the domain, or it is signed and publishes no DMARC policy. Everything else is `unproven`. A
 * signature alone never decides: with two From headers one can be aligned with the wrong one.
 */
export function identityLevel({
  ambiguous,
  dmarc,
  signedBy,
  spf,
  addressed,
}: Omit<SenderChecks, "signedKey" | "unanswered">): MailIdentity {
  if (ambiguous) return "unproven";
  if (dmarc === "pass") {
    if (signedBy !== null) return addressed || spf === "aligned" ? "verified" : "weak";
    return spf === "aligned" ? "weak" : "unproven";
  }
  return dmarc === "none" && (signedBy !== null || spf === "aligned") ? "weak" : "unproven";
}
