import { wcagContrast } from "culori";
import { currentCode, t } from "@/lib/platform/language/t";
import { hexOf, lchOf, paletteOf } from "./palette";
import { surfaces, type Theme } from "./surfaces";

/** WCAG 2.2, level AA, for text of normal size. */
const REQUIRED = 4.5;

/** The lowest contrast of text in this accent, and of text on it, in a theme. */
export function lowestContrast(accent: string, theme: Theme): number {
  const palette = paletteOf(accent, theme);
  const pairs: [string, string][] = [
    ...Object.values(surfaces[theme]).map((ground): [string, string] => [palette["accent-text"], ground]),
    [palette["accent-text"], palette["accent-soft"]],
    [palette["on-accent"], palette.accent],
    [palette["on-accent"], palette["accent-strong"]],
    [palette["on-strip"], palette.strip],
  ];
  return Math.min(...pairs.map(([text, ground]) => wcagContrast(text, ground)));
}

export const isReadable = (accent: string, theme: Theme): boolean => lowestContrast(accent, theme) >= REQUIRED;

/** The accent itself if it is readable in this theme; else its nearest shade that is, with the same hue. */
export function nearestReadable(accent: string, theme: Theme): string {
  if (isReadable(accent, theme)) return accent;
  const { l, ...hue } = lchOf(accent);
  const black = theme === "light";
  let shade = black ? "#000000" : "#ffffff";
  // Contrast grows with the distance from the theme's grounds.
  for (let [unread, read, step] = [l, black ? 0 : 1, 0]; step < STEPS; step++) {
    const between = (unread + read) / 2;
    const candidate = hexOf({ ...hue, l: between });
    if (!isReadable(candidate, theme)) unread = between;
    else {
      read = between;
      shade = candidate;
    }
  }
  return shade;
}

/** Halvings of the lightness: the last is finer than a screen shows. */
const STEPS = 10;

/** Light enough to be calm among the dark theme's own colours. */
const DARK_LIGHTNESS = 0.76;
const DARK_CHROMA = 0.13;

/** The accent of the dark theme for a company that has only chosen one for the light theme. */
export function darkAccentFor(accent: string): string {
  const { c, h } = lchOf(accent);
  return nearestReadable(hexOf({ l: DARK_LIGHTNESS, c: Math.min(c, DARK_CHROMA), h }), "dark");
}

/** Why an accent is refused; null if it is readable. */
export function unreadable(accent: string, theme: Theme): string | null {
  if (isReadable(accent, theme)) return null;
  const ratio = written(Math.floor(lowestContrast(accent, theme) * 10) / 10);
  return t(
    "{accent} is too hard to read in the {theme, select, dark {dark} other {light}} theme: its lowest contrast is {ratio}:1, and text needs {required}:1. The nearest accessible shade is {shade}.",
    { accent, theme, ratio, required: written(REQUIRED), shade: nearestReadable(accent, theme) },
  );
}

const written = (ratio: number): string =>
  new Intl.NumberFormat(currentCode(), { minimumFractionDigits: 1 }).format(ratio);
