const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** A token: base64url longer than any word, possibly in several parts with dots. Record ids don't match. */
const SECRET = new RegExp(`(?<![\\w-])(?!${UUID}(?![\\w-]))[\\w-]{32,}(?:\\.[\\w-]*)*`, "g");

/**
 * An email without the tokens in its links. Anyone with an invitation or reset link can act as its recipient, so except
 * in demos not even staff see it.
 */
export const hideSecrets = (text: string): string => text.replace(SECRET, "hidden");
