const MOST_BOUNDARIES = 500;
const LARGEST_HEADER = 256 * 1024;
const MOST_SIGNATURES = 20;
const NEWLINE = 10;
const DASH = 45;

/** What is wrong with a mail, in a word that the portal turns into a sentence. Its message alone leaves the thread. */
class ShapeError extends Error {
  constructor(reason: "empty" | "header" | "parts") {
    super(`shape: ${reason}`);
  }
}

/**
 * Refuses mail that would take long to parse: parsers limit the depth of its parts and not their number. Looks at
 * lines alone.
 *
 * @throws ShapeError
 */
export function checkShape(raw: Uint8Array): void {
  if (raw.length === 0) throw new ShapeError("empty");
  const header = headerLength(raw);
  if (header > LARGEST_HEADER) throw new ShapeError("header");
  if (boundaryLines(raw) > MOST_BOUNDARIES) throw new ShapeError("parts");
  const lines = Buffer.from(raw.buffer, raw.byteOffset, header).toString("latin1").split(/\r?\n/);
  if (lines.filter((line) => /^dkim-signature:/i.test(line)).length > MOST_SIGNATURES) throw new ShapeError("header");
}

/** Up to the first empty line. */
export function headerLength(raw: Uint8Array): number {
  for (let at = raw.indexOf(NEWLINE); at >= 0; at = raw.indexOf(NEWLINE, at + 1)) {
    const next = raw[at + 1] === 13 ? raw[at + 2] : raw[at + 1];
    if (next === NEWLINE) return at + 1;
  }
  return raw.length;
}

function boundaryLines(raw: Uint8Array): number {
  let count = 0;
  for (let at = raw.indexOf(NEWLINE); at >= 0 && count <= MOST_BOUNDARIES; at = raw.indexOf(NEWLINE, at + 1))
    if (raw[at + 1] === DASH && raw[at + 2] === DASH) count += 1;
  return count;
}
