/** Locales for dates and figures; the portal's own text is always English. */
const locales: Readonly<Record<string, string>> = {
  "en-GB": "English (United Kingdom)",
  "en-IE": "English (Ireland)",
  "en-US": "English (United States)",
  "en-CA": "English (Canada)",
  "en-AU": "English (Australia)",
  "cs-CZ": "Czech (Czechia)",
  "da-DK": "Danish (Denmark)",
  "de-AT": "German (Austria)",
  "de-CH": "German (Switzerland)",
  "de-DE": "German (Germany)",
  "es-ES": "Spanish (Spain)",
  "fi-FI": "Finnish (Finland)",
  "fr-BE": "French (Belgium)",
  "fr-FR": "French (France)",
  "it-IT": "Italian (Italy)",
  "ja-JP": "Japanese (Japan)",
  "nb-NO": "Norwegian (Norway)",
  "nl-BE": "Dutch (Belgium)",
  "nl-NL": "Dutch (Netherlands)",
  "pl-PL": "Polish (Poland)",
  "pt-BR": "Portuguese (Brazil)",
  "pt-PT": "Portuguese (Portugal)",
  "sv-SE": "Swedish (Sweden)",
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
