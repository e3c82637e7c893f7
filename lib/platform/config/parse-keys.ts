/** A key of the ring, by the number that is kept with what it encrypted. */
export interface NumberedKey {
  readonly id: number;
  /** 32 bytes. */
  readonly key: Buffer;
}

const one = /^([1-9]\d{0,5}):([A-Za-z0-9+/_-]{43}=?)$/;

/**
 * Reads `2:BASE64,1:BASE64`: numbered keys of 32 bytes, the one that writes first. Null if that isn't what it is, or a number
 * is there twice.
 */
export function parseKeys(text: string): readonly NumberedKey[] | null {
  const keys: NumberedKey[] = [];
  for (const part of text.split(",")) {
    const [, id, base64 = ""] = one.exec(part.trim()) ?? [];
    const key = Buffer.from(base64, "base64");
    if (id === undefined || key.length !== 32 || keys.some((known) => known.id === Number(id))) return null;
    keys.push({ id: Number(id), key });
  }
  return keys;
}
