import { createHash } from "node:crypto";
import { headerLength } from "./check-shape";

/** Without these under the signature, anybody who has the mail could make others of it. */
const ITS_OWN = ["subject", "date"];
const ADDRESSED = ["to", "cc"];

/** The fields of a header by their lower-case names, each with its value as DKIM's relaxed form has it. */
interface Field {
  readonly name: string;
  readonly value: string;
}

export function fieldsOf(raw: Uint8Array): Field[] {
  const header = Buffer.from(raw.subarray(0, headerLength(raw))).toString("latin1");
  return header.split(/\r?\n(?![ \t])/).flatMap((field) => {
    const at = field.indexOf(":");
    if (at < 1) return [];
    return [{ name: field.slice(0, at).trim().toLowerCase(), value: relaxed(field.slice(at + 1)) }];
  });
}

const relaxed = (value: string): string =>
  value
    .replace(/\r?\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();

interface Covered {
  /** Nobody can make another mail of it. */
  readonly whole: boolean;
  /** To whom it was written is signed as well. */
  readonly addressed: boolean;
}

/** What a signature over these fields, in lower case, says of a mail. */
export function coveredBy(signed: readonly string[], fields: readonly Field[]): Covered {
  const covers = (names: readonly string[]) =>
    names.every((name) => signed.includes(name) || fields.every((field) => field.name !== name));
  return { whole: covers(ITS_OWN) && isRecent(fields), addressed: covers(ADDRESSED) };
}

/** Longer ago, the entry of a copy that was acted on may be deleted: sweep-mail.ts. */
const LONGEST_DAYS = 150;
const DAY_MS = 86_400_000;

function isRecent(fields: readonly Field[]): boolean {
  const date = Date.parse(fields.find(({ name }) => name === "date")?.value.replace(/\(.*\)/, "") ?? "");
  return Number.isNaN(date) || Date.now() - date < LONGEST_DAYS * DAY_MS;
}

/**
 * The same for every copy of a signed mail, whatever was added to its header or changed in its spaces: made of what each
 * signature that counts covers. The signature itself wouldn't do: of two, one can be left out.
 */
export function signedKey(raw: Uint8Array, from: string, fields: readonly Field[]): string {
  const field = (wanted: string) => fields.find(({ name }) => name === wanted)?.value ?? "";
  const hash = createHash("sha256").update([from, field("date"), field("subject"), ""].join("\n"));
  let blank = 0;
  const body = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).subarray(headerLength(raw)).toString("latin1");
  for (const line of body.split(/\r?\n/)) {
    const text = line.replace(/[ \t]+/g, " ").trimEnd();
    if (text === "") {
      blank += 1;
      continue;
    }
    hash.update(`${"\n".repeat(blank)}${text}\n`, "latin1");
    blank = 0;
  }
  return hash.digest("hex");
}
