/** `2026-03` in the reader's locale: "Mar", or "March 2026". */
export const monthName = (month: string, style: "short" | "long", locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    month: style,
    ...(style === "long" ? { year: "numeric" } : {}),
  }).format(new Date(`${month}-01T00:00:00Z`));
