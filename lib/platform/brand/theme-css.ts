import { paletteOf } from "./palette";

/** The tokens of app/styles/tokens.css that follow from the accents. Its selector outranks the one there, in any order. */
export function themeCss(accent: string, accentDark: string): string {
  const light = paletteOf(accent, "light");
  const dark = paletteOf(accentDark, "dark");
  const names = Object.keys(light) as (keyof typeof light)[];
  return `:root:root{${names.map((name) => `--${name}:light-dark(${light[name]},${dark[name]})`).join(";")}}`;
}
