import { clampChroma, formatHex, oklch } from "culori";
import type { Theme } from "./surfaces";

/** The colours of a theme that follow from its accent, as the portal's tokens name them. */
export interface Palette {
  readonly accent: string;
  readonly "accent-strong": string;
  readonly "on-accent": string;
  readonly "accent-text": string;
  readonly "accent-soft": string;
  readonly "accent-line": string;
  readonly strip: string;
  readonly "on-strip": string;
  readonly focus: string;
}

/** Every colour that is derived from an accent has its hue, and a lightness and intensity like the portal's own. */
export function paletteOf(accent: string, theme: Theme): Palette {
  const { l, c, h } = lchOf(accent);
  const shade = (lightness: number, chroma: number) => hexOf({ l: lightness, c: chroma, h });
  const own = { accent, "accent-text": accent, focus: accent };
  return theme === "light"
    ? {
        ...own,
        "accent-strong": shade(l - 0.07, c),
        "on-accent": "#ffffff",
        "accent-soft": shade(0.953, Math.min(c * 0.22, 0.025)),
        "accent-line": shade(0.83, Math.min(c * 0.56, 0.09)),
        strip: accent,
        "on-strip": "#ffffff",
      }
    : {
        ...own,
        "accent-strong": shade(l + 0.07, c),
        "on-accent": shade(0.19, Math.min(c * 0.35, 0.03)),
        "accent-soft": shade(0.285, Math.min(c * 0.41, 0.05)),
        "accent-line": shade(0.41, Math.min(c * 0.6, 0.08)),
        strip: shade(0.345, Math.min(c * 0.65, 0.09)),
        "on-strip": shade(0.955, Math.min(c * 0.13, 0.012)),
      };
}

export interface Lch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Lightness, intensity and hue. Greys have no hue. */
export function lchOf(hex: string): Lch {
  const { l, c, h = 0 } = oklch(hex) ?? { l: 0, c: 0 };
  return { l, c, h };
}

/** The colour a screen can show with this lightness and hue, as intense as possible up to what is given. */
export const hexOf = ({ l, c, h }: Lch): string =>
  formatHex(clampChroma({ mode: "oklch", l: Math.min(1, Math.max(0, l)), c, h }, "oklch"));
