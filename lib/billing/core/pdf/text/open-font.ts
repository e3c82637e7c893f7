import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import * as harfbuzz from "harfbuzzjs";
import decompress from "wawoff2/decompress";
import { pinWeight } from "./pin-weight";
import type { Weight } from "./text-style";

/** A font that is open, under a name of its own: the writer of a PDF takes fonts of one name for one font. */
export interface OpenFont {
  readonly name: string;
  /** Cuts out of the file what a document uses of it. */
  readonly font: Font;
  /** Knows how letters join: fontkit does not in every script, and fails over some fonts. */
  readonly shaper: harfbuzz.Font;
}

/** Opens a font file. Web fonts are unpacked first: fontkit would unpack the outlines again for every glyph. */
export async function openFont(file: string, name: string, weight: Weight): Promise<OpenFont> {
  const bytes = await unpacked(file, weight);
  const font = create(Buffer.from(bytes));
  if (!("layout" in font)) throw new Error(`${file} holds more fonts than one.`);
  const shaper = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(bytes).buffer)));
  return { name: `${name}-${weight}`, font, shaper };
}

async function unpacked(file: string, weight: Weight): Promise<Uint8Array> {
  const packed = readFileSync(file);
  if (!file.endsWith(".woff2")) return packed;
  const font = await decompress(packed);
  return file.includes("-wght-") ? pinWeight(font, weight) : font;
}
