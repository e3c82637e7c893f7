/**
 * The addresses of what a brand consists of. Each holds all that its content depends on, or the hash of it, so what is
 * under an address never changes, and any portal can answer for any version of the brand.
 */
const FOLDER = "/brand";

export const themeFile = (accent: string, accentDark: string): string =>
  `${FOLDER}/theme-${accent.slice(1)}-${accentDark.slice(1)}.css`;

export const logoFile = (of: "logo" | "icon", hash: string): string => `${FOLDER}/${of}-${hash}.png`;

export const iconFile = (accent: string, initial: string): string =>
  `${FOLDER}/initial-${accent.slice(1)}-${Buffer.from(initial).toString("hex")}.svg`;

/** Longer than any letter: a hand-made address is not found. */
const MOST_BYTES = 64;

export type BrandFile =
  | { readonly kind: "theme"; readonly accent: string; readonly accentDark: string }
  | { readonly kind: "logo" | "icon"; readonly hash: string }
  | { readonly kind: "initial"; readonly accent: string; readonly initial: string };

/** What an address below /brand stands for; null for any other. */
export function readBrandFile(name: string): BrandFile | null {
  const theme = /^theme-([0-9a-f]{6})-([0-9a-f]{6})\.css$/.exec(name);
  if (theme) return { kind: "theme", accent: `#${theme[1]}`, accentDark: `#${theme[2]}` };
  const logo = /^(logo|icon)-([\w-]{22})\.png$/.exec(name);
  if (logo) return { kind: logo[1] as "logo" | "icon", hash: logo[2] ?? "" };
  const initial = /^initial-([0-9a-f]{6})-((?:[0-9a-f]{2})+)\.svg$/.exec(name);
  if (!initial?.[2] || initial[2].length > 2 * MOST_BYTES) return null;
  return { kind: "initial", accent: `#${initial[1]}`, initial: Buffer.from(initial[2], "hex").toString() };
}
