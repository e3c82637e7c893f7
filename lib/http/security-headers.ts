/**
 * Headers of every response. `sandboxed` responses (API, files) may load and run nothing at all; a `mail` that
 * staff read is rendered with its own styles in one of our frames, and still runs nothing. A `picture` that someone
 * uploaded has no origin either, whatever a browser takes it for.
 *
 * @param stripe card numbers are entered in Stripe's frames, which its script loads
 * @param secure the portal is reached over HTTPS
 * @param development Next's development server, which uses eval and opens a socket to the page
 */
export function securityHeaders(options: {
  nonce: string;
  secure: boolean;
  development: boolean;
  sandboxed: boolean;
  mail?: boolean;
  picture?: boolean;
  stripe?: boolean;
}): Record<string, string> {
  return {
    "Content-Security-Policy": policyOf(options),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": options.mail ? "SAMEORIGIN" : "DENY",
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms, which the origin check rejects.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(options.secure && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
  };
}

function policyOf(options: PagePolicy & { sandboxed: boolean; mail?: boolean; picture?: boolean }): string {
  if (options.mail) return mailPolicy;
  if (!options.sandboxed) return pagePolicy(options);
  return options.picture ? `${nothingPolicy}; sandbox` : nothingPolicy;
}

const nothingPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** No script, no form, no image but our own (the logo), an opaque origin; links open in a window without the sandbox. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; " +
  "sandbox allow-popups allow-popups-to-escape-sandbox";

/** Where staff read the content of a mail. */
export const isMailContents = (path: string): boolean =>
  /^\/api\/v1\/staff\/(?:inbound-)?mail\/[^/]+\/contents$/.test(path);

/** A picture that staff uploaded, for the catalogue or as the logo. */
export const isPicture = (path: string): boolean => /^\/(?:api\/v1\/.+\/pictures|brand)\/[^/]+$/.test(path);

interface PagePolicy {
  readonly nonce: string;
  readonly secure: boolean;
  readonly development: boolean;
  readonly stripe?: boolean;
}

function pagePolicy({ nonce, secure, development, stripe }: PagePolicy): string {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${stripe ? " https://js.stripe.com" : ""}${development ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${stripe ? " https://api.stripe.com" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (stripe) policy.push("frame-src https://js.stripe.com https://hooks.stripe.com");
  if (secure) policy.push("upgrade-insecure-requests");
  return policy.join("; ");
}
