/**
 * Headers that every answer carries. `sandboxed` answers (API, files) may load and run nothing at all.
 *
 * @param secure the portal is reached over HTTPS
 * @param development Next's development server, which evaluates code and opens a socket to the page
 */
export function securityHeaders(options: {
  nonce: string;
  secure: boolean;
  development: boolean;
  sandboxed: boolean;
}): Record<string, string> {
  return {
    "Content-Security-Policy": options.sandboxed
      ? "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
      : pagePolicy(options),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms, which the origin check refuses.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(options.secure && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
  };
}

function pagePolicy({ nonce, secure, development }: { nonce: string; secure: boolean; development: boolean }): string {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (secure) policy.push("upgrade-insecure-requests");
  return policy.join("; ");
}
