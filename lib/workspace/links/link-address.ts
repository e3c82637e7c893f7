import { domainToUnicode } from "node:url";
import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";

/**
 * A web address as it is kept: http or https, with a host, and without a name and password in it, which everyone who sees the
 * link would get. Without a scheme it is https. The portal never opens it.
 */
export const linkAddress = z
  .string()
  .trim()
  .min(1, issue("Enter a web address."))
  .max(2_000, issue("A web address can have up to 2,000 characters."))
  .transform((typed, context) => {
    const url = parsed(typed);
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    if (url === null) return refuse(issue("Enter a web address, such as https://example.com/page."));
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      return refuse(issue("Only addresses that begin with http:// or https:// can be kept."));
    }
    if (url.username !== "" || url.password !== "") {
      return refuse(
        issue("Leave the name and password out of the address: everyone who sees the link would have them."),
      );
    }
    if (url.href.length > 2_000) return refuse(issue("A web address can have up to 2,000 characters."));
    return url.href;
  });

function parsed(typed: string): URL | null {
  // "example.com:8080" would be a scheme named example.com.
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed);
  return URL.parse(hasScheme ? typed : `https://${typed}`);
}

/**
 * The domain of an address as people should see it. A name in another script can look like a different one, so what browsers
 * really ask for stands beside it.
 */
export function shownDomain(url: string): string {
  const { host, hostname } = new URL(url);
  const readable = domainToUnicode(hostname);
  return readable === "" || readable === hostname ? host : `${host} (${readable})`;
}
