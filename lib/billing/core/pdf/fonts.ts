import path from "node:path";
import { Font } from "@react-pdf/renderer";

export const fontFamily = "Inter";

const files = path.join(process.cwd(), "node_modules/@expo-google-fonts/inter");

const weights = [
  { src: path.join(files, "400Regular/Inter_400Regular.ttf"), fontWeight: 400 },
  { src: path.join(files, "600SemiBold/Inter_600SemiBold.ttf"), fontWeight: 600 },
];

let ready: Promise<void> | undefined;

/** Makes the fonts known to the renderer, once. TrueType: web fonts take seconds to unpack. */
export function registerFonts(): Promise<void> {
  ready ??= register();
  return ready;
}

async function register(): Promise<void> {
  Font.register({ family: fontFamily, fonts: weights });
  // Product names and addresses are not to be broken where the reader would not break them.
  Font.registerHyphenationCallback((word) => [word]);
  for (const { fontWeight } of weights) await nameGlyphs(fontWeight);
}

/** Latin, Greek and Cyrillic: the letters of which accented ones are made. */
const alphabets = [
  [0x20, 0x7e],
  [0x386, 0x3ce],
  [0x400, 0x45f],
] as const;

/**
 * Asks for the glyph of every plain letter by that letter. The font keeps the first it is asked for, and if that is as a
 * part of another (the z of a ź) without a letter: from then on a z could be seen, but not searched for or copied.
 */
async function nameGlyphs(fontWeight: number): Promise<void> {
  const wanted = { fontFamily, fontWeight };
  await Font.load(wanted);
  const font = Font.getFont(wanted)?.data;
  if (!font || !("glyphForCodePoint" in font)) return;
  for (const [first, last] of alphabets) {
    for (let letter: number = first; letter <= last; letter++) font.glyphForCodePoint(letter);
  }
}
