import { describe, expect, it } from "vitest";
import { identityLevel } from "@/lib/support/inbound-mail/identity-level";
import { trustedChecks } from "@/lib/support/inbound-mail/parse/trusted-results";

describe("the results of the server that keeps a mailbox", () => {
  it.each([
    [
      "DMARC passes with a signature of the domain",
      "mx; dkim=pass header.d=a.example; dmarc=pass header.from=a.example",
      "a.example",
      false,
      "verified",
    ],
    ["of a domain above", "mx; dkim=pass header.d=a.example; dmarc=pass", "mail.a.example", false, "verified"],
    ["DMARC passes by SPF", "mx; spf=pass smtp.mailfrom=x@a.example; dmarc=pass", "a.example", false, "weak"],
    ["a signature that covers a part", "mx; dkim=pass header.d=a.example; dmarc=pass", "a.example", true, "unproven"],
    ["a signature of another domain", "mx; dkim=pass header.d=b.example; dmarc=none", "a.example", false, "unproven"],
    [
      "a domain that only ends like it",
      "mx; dkim=pass header.d=evil-a.example; dmarc=none",
      "a.example",
      false,
      "unproven",
    ],
    ["DMARC fails", "mx; dkim=pass header.d=a.example; dmarc=fail", "a.example", false, "unproven"],
    ["no policy, signed", "mx; dkim=pass header.d=a.example; dmarc=none", "a.example", false, "weak"],
    [
      "a result in a comment",
      "mx; dmarc=fail (dmarc=pass; dkim=pass header.d=a.example)",
      "a.example",
      false,
      "unproven",
    ],
    [
      "a result in a comment within a comment",
      "mx; dmarc=fail (a (b) ; dmarc=pass; dkim=pass header.d=a.example)",
      "a.example",
      false,
      "unproven",
    ],
    [
      "results in the quoted name of a sender",
      'mx; spf=pass smtp.mailfrom="x; dmarc=pass; dkim=pass header.d=a.example "@b.example; dkim=none; dmarc=fail',
      "a.example",
      false,
      "unproven",
    ],
    [
      "results in a quoted name with a quoted quotation mark",
      'mx; spf=pass smtp.mailfrom="x\\"; dmarc=pass; dkim=pass header.d=a.example "@b.example; dmarc=fail',
      "a.example",
      false,
      "unproven",
    ],
    [
      "results after a quotation mark that is never closed",
      'mx; spf=pass smtp.mailfrom="x; dmarc=pass; dkim=pass header.d=a.example',
      "a.example",
      false,
      "unproven",
    ],
    [
      "several results of DMARC",
      "mx; spf=pass smtp.mailfrom=x;dmarc=pass;dkim=pass header.d=a.example; dmarc=fail",
      "a.example",
      false,
      "unproven",
    ],
    [
      "a reason in quotes",
      'mx; dkim=pass reason="good" header.d=a.example; dmarc=pass',
      "a.example",
      false,
      "verified",
    ],
    ["several senders", "mx; dkim=pass header.d=a.example; dmarc=pass", null, false, "unproven"],
    ["no results that are trusted", null, "a.example", false, "unproven"],
  ] as const)("%s", (_, results, domain, limited, level) => {
    expect(identityLevel({ ...trustedChecks(results, domain, limited), addressed: true })).toBe(level);
  });
});
