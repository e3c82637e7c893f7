/** How a viewer's figures and times are formatted: a BCP 47 locale and an IANA time zone. */
export type ViewerFormat = { locale: string; timeZone: string };

/** Used if no viewer is known: public pages, and staff who have not chosen. */
export const defaultFormat: ViewerFormat = { locale: "en-GB", timeZone: "UTC" };
