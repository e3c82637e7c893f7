import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import * as harfbuzz from "harfbuzzjs";
import decompress from "wawoff2/decompress";
import { pinWeight } from "./pin-weight";
import type { Weight } from "./text-style";

/** An open font with a unique name, because the PDF writer identifies fonts by name. */
export interface OpenFont {
  readonly name: string;
  /** Subsets the file to the glyphs used. */
  readonly font: Font;
  /** Shapes text: fontkit doesn't support every script and fails on some fonts. */
  readonly shaper: harfbuzz.Font;
}

/** Opens a font file. Web fonts are unpacked first, or fontkit would unpack the outlines for every glyph. */
export async function openFont(file: string, name: string, weight: Weight): Promise<OpenFont> {
  const bytes = await unpacked(file, weight);
  const font = create(Buffer.from(bytes));
  if (!("layout" in font)) throw new Error(`${file} contains more than one font.`);
  const shaper = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(bytes).buffer)));
  return { name: `${name}-${weight}`, font, shaper };
}

async function unpacked(file: string, weight: Weight): Promise<Uint8Array> {
  const packed = readFileSync(file);
  if (!file.endsWith(".woff2")) return packed;
  const font = await decompress(packed);
  return file.includes("-wght-") ? pinWeight(font, weight) : font;
}
