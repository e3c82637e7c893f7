/** A key of the ring, by the number that is kept with what it encrypted. */
export interface NumberedKey {
  readonly id: number;
  /** 32 bytes; null for the one derived from PORTAL_SECRET. */
  readonly key: Buffer | null;
}

/** The key derived from PORTAL_SECRET, by its place on the ring. */
const derived = "1:derived";

const one = /^([1-9]\d{0,5}):([A-Za-z0-9+/_-]{43}=?)$/;

/**
 * Reads `2:BASE64,1:BASE64`: numbered keys of 32 bytes, the one that writes first. `1:derived` is the key derived from
 * PORTAL_SECRET. Null if that isn't what it is, or a number
 * is there twice.
 */
export function parseKeys(text: string): readonly NumberedKey[] | null {
  const keys: NumberedKey[] = [];
  for (const part of text.split(",")) {
    const key = keyIn(part.trim());
    if (key === null || keys.some(({ id }) => id === key.id)) return null;
    keys.push(key);
  }
  return keys;
}

function keyIn(part: string): NumberedKey | null {
  if (part === derived) return { id: 1, key: null };
  const [, id, base64 = ""] = one.exec(part) ?? [];
  const key = Buffer.from(base64, "base64");
  return id === undefined || key.length !== 32 ? null : { id: Number(id), key };
}
