/** Secrets by their shape, wherever in a line they are: in an error's message, a URL, a header that somebody logs. */
const secrets: readonly (readonly [RegExp, string])[] = [
  // A user and password in a URL: of the database, of the mail server.
  [/(\/\/[^\s:/@"\\]*):[^\s@"\\/]+@/g, "$1:[redacted]@"],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, "$1 [redacted]"],
  [/\b(?:sk|rk|whsec)_[A-Za-z0-9_]{8,}/g, "[redacted]"],
  [/((?:__Secure-)?next-auth\.[a-z-]+)=[^;\s"\\]+/g, "$1=[redacted]"],
  [/("(?:[\w-]*password[\w-]*|secret|token|authorization|cookie|set-cookie)":)"(?:[^"\\]|\\.)*"/gi, '$1"[redacted]"'],
];

/** A line of the log without the secrets in it. */
export function redact(line: string): string {
  return secrets.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}
