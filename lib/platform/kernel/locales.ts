import { msg } from "@/lib/platform/language/msg";

/** Locales for dates and figures; the portal's own text is always English. */
const locales: Readonly<Record<string, string>> = {
  "en-GB": msg("English (United Kingdom)"),
  "en-IE": msg("English (Ireland)"),
  "en-US": msg("English (United States)"),
  "en-CA": msg("English (Canada)"),
  "en-AU": msg("English (Australia)"),
  "cs-CZ": msg("Czech (Czechia)"),
  "da-DK": msg("Danish (Denmark)"),
  "de-AT": msg("German (Austria)"),
  "de-CH": msg("German (Switzerland)"),
  "de-DE": msg("German (Germany)"),
  "es-ES": msg("Spanish (Spain)"),
  "fi-FI": msg("Finnish (Finland)"),
  "fr-BE": msg("French (Belgium)"),
  "fr-FR": msg("French (France)"),
  "it-IT": msg("Italian (Italy)"),
  "ja-JP": msg("Japanese (Japan)"),
  "nb-NO": msg("Norwegian (Norway)"),
  "nl-BE": msg("Dutch (Belgium)"),
  "nl-NL": msg("Dutch (Netherlands)"),
  "pl-PL": msg("Polish (Poland)"),
  "pt-BR": msg("Portuguese (Brazil)"),
  "pt-PT": msg("Portuguese (Portugal)"),
  "sv-SE": msg("Swedish (Sweden)"),
};

/**
 * Whether dates and figures can be formatted in a locale. The offered ones are no limit: the runtime supports many
 * more. A locale with another calendar or other digits, of its own or by an extension, would break the formats that
 * pages expect.
 */
export function isLocale(value: string): boolean {
  try {
    const [locale] = Intl.getCanonicalLocales(value);
    if (locale !== value || /-[a-z0-9]-/i.test(value) || Intl.DateTimeFormat.supportedLocalesOf(value).length === 0) {
      return false;
    }
    const { calendar, numberingSystem } = new Intl.DateTimeFormat(value).resolvedOptions();
    return calendar === "gregory" && numberingSystem === "latn";
  } catch {
    return false;
  }
}

/** Locales to choose from, including the current one. */
export function localeOptions(chosen: string): { value: string; label: string }[] {
  const options = Object.entries(locales).map(([value, label]) => ({ value, label }));
  if (Object.hasOwn(locales, chosen)) return options;
  return [
    { value: chosen, label: new Intl.DisplayNames(["en-GB"], { type: "language" }).of(chosen) ?? chosen },
    ...options,
  ];
}
