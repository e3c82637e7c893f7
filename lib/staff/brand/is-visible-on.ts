import { wcagContrast } from "culori";

/** Enough of a shape to recognise it: WCAG's contrast for graphics. */
const REQUIRED = 3;
/** The share of a logo's visible part that must reach it. A logo's pale details may be lost. */
const SHARE = 0.35;
/** More pixels say nothing new. */
const SAMPLES = 4_000;

/** Whether a picture, four bytes per pixel, can be seen on a ground. One without transparency brings its own. */
export function isVisibleOn(pixels: Uint8Array, ground: string): boolean {
  const count = pixels.length / 4;
  const step = Math.max(1, Math.floor(count / SAMPLES));
  let seen = 0;
  let contrasting = 0;
  let transparent = 0;
  for (let index = 0; index < count; index += step) {
    const [r = 0, g = 0, b = 0, alpha = 0] = pixels.subarray(index * 4, index * 4 + 4);
    if (alpha < 128) {
      transparent += 1;
      continue;
    }
    seen += 1;
    const colour = { mode: "rgb", r: r / 255, g: g / 255, b: b / 255 } as const;
    if (wcagContrast(colour, ground) >= REQUIRED) contrasting += 1;
  }
  return transparent === 0 || contrasting >= seen * SHARE;
}
