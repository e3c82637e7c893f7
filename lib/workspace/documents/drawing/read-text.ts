import { decodeText } from "@/lib/platform/kernel/decode-text";
import { MOST_CHARACTERS, MOST_TEXT_BYTES, type ReadText } from "../texts/text-kinds";
import { readPdf } from "./read-pdf";

/** @throws Error if there is no text in it */
export async function readText(contents: Uint8Array, contentType: string): Promise<ReadText> {
  const { text, truncated } =
    contentType === "application/pdf"
      ? await readPdf(contents)
      : plainText(contents, contents.length < MOST_TEXT_BYTES);
  // PostgreSQL keeps no zero bytes, and no halves of characters.
  return { text: text.replaceAll("\u0000", "").toWellFormed(), truncated };
}

function plainText(contents: Uint8Array, complete: boolean): ReadText {
  const text = decodeText(contents, complete);
  if (text === null) throw new Error("It is no text.");
  return { text: text.slice(0, MOST_CHARACTERS), truncated: !complete || text.length > MOST_CHARACTERS };
}
