const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** A run of base64url longer than any word, perhaps several with dots between: a token. Ids of records are none. */
const SECRET = new RegExp(`(?<![\\w-])(?!${UUID}(?![\\w-]))[\\w-]{32,}(?:\\.[\\w-]*)*`, "g");

/**
 * A mail without the tokens in its links. Whoever has the link of an invitation or a reset can act as its recipient, so
 * outside of demonstrations not even staff see it.
 */
export const hideSecrets = (text: string): string => text.replace(SECRET, "hidden");
