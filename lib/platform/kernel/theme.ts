export type Theme = "light" | "dark" | "system";

export const themeCookie = "theme";

/** The query parameter that sets the theme without JavaScript. */
export const themeParameter = "set-theme";

export function isTheme(value: unknown): value is Theme {
  return value === "light" || value === "dark" || value === "system";
}

/** The cookie's value; anything else follows the system. */
export function readTheme(value: string | undefined): Theme {
  return isTheme(value) ? value : "system";
}
