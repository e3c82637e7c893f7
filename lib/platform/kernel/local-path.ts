const HERE = "http://here.invalid";

/** More levels of nested percent-encoding than this have no legitimate use. */
const DECODINGS = 3;

/**
 * A redirect path within the portal, from a link or form; null for anything that would lead elsewhere. It is
 * judged as a browser resolves it: `/.//host` looks like a path and becomes another host once its dots are resolved.
 */
export function localPath(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > 2000 || hasHiddenCharacter(wanted)) return null;
  if (!wanted.startsWith("/") || !URL.canParse(wanted, HERE)) return null;
  const url = new URL(wanted, HERE);
  if (url.origin !== HERE || url.username !== "" || url.password !== "") return null;
  return isPlainPath(url.pathname) ? url.pathname + url.search + url.hash : null;
}

/** Browsers treat a backslash as a slash and drop control characters: no legitimate path contains either. */
const hasHiddenCharacter = (text: string): boolean => /[\\\p{Cc}]/u.test(text);

/** Still a local path if something on the way to the browser decodes it, once or several times. */
function isPlainPath(pathname: string): boolean {
  let path = pathname;
  for (let round = 0; round <= DECODINGS; round++) {
    if (!staysHere(path)) return false;
    const decoded = decode(path);
    if (decoded === path) return true;
    // Undecodable input is rejected. In the first round it isn't a path the portal serves.
    if (decoded === null) return round > 0;
    path = decoded;
  }
  return false;
}

function staysHere(path: string): boolean {
  if (hasHiddenCharacter(path) || !URL.canParse(path, HERE)) return false;
  const { origin, pathname } = new URL(path, HERE);
  return origin === HERE && !pathname.startsWith("//");
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
