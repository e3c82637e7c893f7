/** What no text has: then it isn't one, whatever its name says. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

/**
 * The text of a file: in UTF-16 if it begins with that mark, in UTF-8 if it is valid, else as Windows writes western
 * languages. Null if it is no text.
 */
export function decodeText(bytes: Uint8Array, complete = true): string | null {
  const text = utf16(bytes) ?? utf8(bytes, complete) ?? new TextDecoder("windows-1252").decode(bytes);
  return BINARY.test(text) ? null : text.replace(/\r\n?/g, "\n");
}

function utf16(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  return first === 0xfe && second === 0xff ? new TextDecoder("utf-16be").decode(bytes) : null;
}

/** A file that was cut may end in the middle of a character. */
function utf8(bytes: Uint8Array, complete: boolean): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !complete });
  } catch {
    return null;
  }
}
