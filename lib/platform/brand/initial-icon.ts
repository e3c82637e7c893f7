import { paletteOf } from "./palette";

/** A square with the first letter of a name, for companies without a logo that fits one. */
export function initialIcon(accent: string, initial: string): string {
  const { "on-accent": ink } = paletteOf(accent, "light");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${accent}"/><text x="16" y="22.5" text-anchor="middle" font-family="Inter,system-ui,sans-serif" font-size="18" font-weight="600" fill="${ink}">${escaped(initial)}</text></svg>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
