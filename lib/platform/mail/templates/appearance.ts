import { paletteOf } from "@/lib/platform/brand/palette";

/** The portal's colours for mail clients, which support neither variables nor oklch. The accent is the brand's. */
export const colours = {
  canvas: "#f4f7f8",
  surface: "#ffffff",
  sunken: "#f1f5f6",
  line: "#dfe5e8",
  ink: "#14212a",
  faint: "#566770",
};

const dark = {
  canvas: "#0b1115",
  surface: "#131b20",
  sunken: "#1b252b",
  line: "#29353c",
  ink: "#e9eff1",
  faint: "#9fb0b8",
};

export const font =
  "Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Helvetica, Arial, sans-serif";

/** For clients that follow the reader's scheme. Inline styles override a style sheet, hence `!important`. */
export const darkRules = (
  accent: string,
): string => `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .mail-canvas, .mail-canvas > table > tbody > tr > td { background-color: ${dark.canvas} !important; }
  .mail-card { background-color: ${dark.surface} !important; border-color: ${dark.line} !important; }
  .mail-facts { background-color: ${dark.sunken} !important; }
  .mail-rule { border-color: ${dark.line} !important; }
  .mail-ink { color: ${dark.ink} !important; }
  .mail-faint { color: ${dark.faint} !important; }
  .mail-brand, .mail-link { color: ${accent} !important; }
  .mail-button, .mail-button * { background-color: ${accent} !important; color: ${paletteOf(accent, "dark")["on-accent"]} !important; }
  .mail-plate { background-color: #ffffff !important; padding: 4px 8px !important; border-radius: 4px !important; }
}`;
