const HERE = "http://here.invalid";

/** Percent-encoding within percent-encoding beyond this has no honest use. */
const DECODINGS = 3;

/**
 * A path of this portal to go on to, from what a link or form says; null for whatever would lead elsewhere. What is
 * judged is what a browser makes of it: `/.//host` looks like a path and becomes another host once its dots are resolved.
 */
export function localPath(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > 2000 || hasHiddenCharacter(wanted)) return null;
  if (!wanted.startsWith("/") || !URL.canParse(wanted, HERE)) return null;
  const url = new URL(wanted, HERE);
  if (url.origin !== HERE || url.username !== "" || url.password !== "") return null;
  return isPlainPath(url.pathname) ? url.pathname + url.search + url.hash : null;
}

/** A backslash is a slash to browsers, and control characters are dropped by them: nobody writes either in an address. */
const hasHiddenCharacter = (text: string): boolean => /[\\\p{Cc}]/u.test(text);

/** Still a path of ours should something on the way to the browser decode it, once or several times. */
function isPlainPath(pathname: string): boolean {
  let path = pathname;
  for (let round = 0; round <= DECODINGS; round++) {
    if (!staysHere(path)) return false;
    const decoded = decode(path);
    if (decoded === path) return true;
    // What cannot be decoded goes no further. In the first round it is no address that the portal answers.
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
