export type Theme = "light" | "dark" | "system";

export const themeCookie = "theme";

/** The query parameter by which a page without JavaScript asks for another theme. */
export const themeParameter = "set-theme";

export function isTheme(value: unknown): value is Theme {
  return value === "light" || value === "dark" || value === "system";
}

/** What the cookie says; anything else follows the machine. */
export function readTheme(value: string | undefined): Theme {
  return isTheme(value) ? value : "system";
}
