/** How dates and figures can be written; the portal's own words are English everywhere. */
export const locales: Readonly<Record<string, string>> = {
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

export const isLocale = (value: string): boolean => Object.hasOwn(locales, value);
