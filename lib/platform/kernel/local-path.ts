const HERE = "http://here.invalid";

/** A path of this portal to go on to, from what a link or form says; null for whatever would lead elsewhere. */
export function localPath(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted) || !URL.canParse(wanted, HERE)) return null;
  const url = new URL(wanted, HERE);
  return url.origin === HERE ? url.pathname + url.search + url.hash : null;
}
