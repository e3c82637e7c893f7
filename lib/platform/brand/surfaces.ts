/** What text stands on in either theme, as in app/styles/tokens.css: a test compares both. */
export const surfaces = {
  light: {
    canvas: "oklch(0.974 0.0035 220)",
    surface: "oklch(1 0 0)",
    raised: "oklch(1 0 0)",
    sunken: "oklch(0.966 0.004 220)",
    hover: "oklch(0.951 0.006 220)",
  },
  dark: {
    canvas: "oklch(0.165 0.011 235)",
    surface: "oklch(0.2 0.0125 235)",
    raised: "oklch(0.24 0.0145 235)",
    sunken: "oklch(0.178 0.0115 235)",
    hover: "oklch(0.262 0.0155 235)",
  },
} as const;

export type Theme = keyof typeof surfaces;
