import type { IncomingMessage } from "node:http";

/** What means itself, whether it is percent-encoded or not (RFC 3986). */
const UNRESERVED = /%(?:2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/gi;

/** Encoded, they are part of a name to some readers of a path, and separate two to others. */
const SEPARATOR = /%(?:2f|5c)/i;

/**
 * The path of a request target in the one form that all parts of the portal go by, with its query: gates, headers and log look at
 * the text, while the API and Next resolve and decode it first. Null for one that can't be decoded, or could be read in two ways.
 */
export function normalPath(target: string): string | null {
  const [path = "", ...rest] = target.split("?");
  if (SEPARATOR.test(path)) return null;
  try {
    decodeURIComponent(path);
    const plain = path.replace(UNRESERVED, (code) => decodeURIComponent(code));
    return [new URL(`http://portal${plain}`).pathname, ...rest].join("?");
  } catch {
    return null;
  }
}

/** Before anything looks at it. One that isn't a path, or has no normal form, is left to be refused. */
export function takeNormalPath(request: Pick<IncomingMessage, "url">): void {
  const { url = "" } = request;
  if (url.startsWith("/")) request.url = normalPath(url) ?? url;
}
