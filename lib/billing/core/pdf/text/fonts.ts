import path from "node:path";
import { type FontFile, fontFiles } from "./font-files";
import { type FontPackage, fontPackages, hanFonts } from "./font-packages";
import { type OpenFont, openFont } from "./open-font";
import type { Weight } from "./text-style";

const modules = path.join(process.cwd(), "node_modules");

const inter = {
  400: path.join(modules, "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  600: path.join(modules, "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
};

/** Last resort: a pixel font covering the basic plane and more. */
const unifont = path.join(modules, "@fontsource/unifontex/files/unifontex-latin-400-normal.woff2");

const opened = new Map<string, Promise<OpenFont>>();

function open(file: string, name: string, weight: Weight): Promise<OpenFont> {
  const key = `${name}-${weight}`;
  const font = opened.get(key) ?? openFont(file, name, weight);
  opened.set(key, font);
  return font;
}

/** The documents' typeface. */
export const ownFont = (weight: Weight): Promise<OpenFont> => open(inter[weight], "Inter", weight);

/** The fonts that may contain the given letters, likeliest first; each is opened on demand. */
export function* fallbackFonts(
  codePoints: readonly number[],
  weight: Weight,
  han: HanOrder,
): Generator<Promise<OpenFont>> {
  for (const font of inOrder(han)) {
    for (const { file, name } of filesFor(font, codePoints)) yield open(file, name, weight);
  }
  yield open(unifont, "UnifontEX", 400);
}

/** Which of the four fonts with Han letters to try first. */
export type HanOrder = readonly FontPackage[];

/**
 * A text uses a single one of them if it has all the letters. Kana, Bopomofo and Hangul identify the language.
 */
export function hanOrderOf(text: string): HanOrder {
  const { japanese, simplified, traditional, korean } = hanFonts;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [japanese, traditional, simplified, korean];
  if (/\p{Script=Hangul}/u.test(text)) return [korean, japanese, traditional, simplified];
  if (/\p{Script=Bopomofo}/u.test(text)) return [traditional, simplified, japanese, korean];
  const letters = text.match(/\p{Script=Han}/gu) ?? [];
  const asked = [japanese, simplified, traditional];
  const whole = asked.find((font) => letters.every((letter) => isIn(font, letter.codePointAt(0) ?? 0)));
  return [...new Set([whole ?? simplified, simplified, traditional, japanese, korean])];
}

const isIn = (font: FontPackage, codePoint: number): boolean => fontFiles(font).some((file) => file.covers(codePoint));

const shared = new Set<FontPackage>(Object.values(hanFonts));

function inOrder(han: HanOrder): FontPackage[] {
  let next = 0;
  return fontPackages.map((font) => (shared.has(font) ? (han[next++] ?? font) : font));
}

const filesFor = (font: FontPackage, codePoints: readonly number[]): FontFile[] =>
  fontFiles(font).filter((file) => codePoints.some((codePoint) => file.covers(codePoint)));
