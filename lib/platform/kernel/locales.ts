import { currentLocale } from "@/lib/platform/language/with-language";

/** Locales to choose from: the language of text, where the portal has it, and the format of dates and figures. */
const locales = (
  "en-GB en-IE en-US en-CA en-AU cs-CZ da-DK de-AT de-CH de-DE es-ES fi-FI fr-BE fr-FR it-IT ja-JP nb-NO nl-BE nl-NL " +
  "pl-PL pt-BR pt-PT sv-SE"
).split(" ");

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

/** Locales to choose from, including the current one, under their names in the current language. */
export function localeOptions(chosen: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([currentLocale()], { type: "language", languageDisplay: "standard" });
  const offered = locales.includes(chosen) ? locales : [chosen, ...locales];
  return offered.map((value) => ({ value, label: names.of(value) ?? value }));
}
