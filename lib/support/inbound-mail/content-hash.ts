import { createHash } from "node:crypto";
import { headerLength } from "./parse/check-shape";

/** What each server on the way adds: two deliveries of the same mail differ in nothing else. */
const ADDED =
  /^(?:received|x-received|return-path|delivered-to|x-original-to|envelope-to|authentication-results|received-spf|arc-[a-z-]+):/i;
/** A longer header is hashed as it is: the mail is refused anyway. */
const LONGEST_HEADER = 256 * 1024;

/** The identity of a mail's content: SHA-256, in hexadecimal, without the lines that a delivery adds. */
export function contentHash(raw: Uint8Array): string {
  const length = headerLength(raw);
  const hash = createHash("sha256");
  if (length > LONGEST_HEADER) return hash.update(raw).digest("hex");
  for (const field of headerFields(raw)) if (!ADDED.test(field)) hash.update(`${field}\n`, "latin1");
  return hash.update(raw.subarray(length)).digest("hex");
}

/** The first header field of that name, on one line; null if there is none. */
export function headerField(raw: Uint8Array, name: string): string | null {
  if (headerLength(raw) > LONGEST_HEADER) return null;
  const start = `${name.toLowerCase()}:`;
  const field = headerFields(raw).find((one) => one.toLowerCase().startsWith(start));
  return field === undefined ? null : field.slice(start.length).replace(/\r?\n/g, "").trim();
}

/** The fields of the header, each with its folded lines. */
function headerFields(raw: Uint8Array): string[] {
  const header = Buffer.from(raw.subarray(0, headerLength(raw))).toString("latin1");
  return header.split(/\r?\n(?![ \t])/);
}
