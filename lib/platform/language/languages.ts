/** The languages of the portal's own text. Dates and figures follow the person's locale. */
export type LanguageCode = "en" | "de" | typeof PSEUDO;

/** For tests: every translated sentence in brackets, so that what stands outside of them was left out. */
export const PSEUDO = "en-XA";

/** The languages to choose from, each in its own words. */
export const languages: readonly { readonly code: LanguageCode; readonly name: string; readonly locale: string }[] = [
  { code: "en", name: "English", locale: "en-GB" },
  { code: "de", name: "Deutsch", locale: "de-DE" },
];

/** The language of a browser, so that pages before sign-in have one. Signing in sets it to that of the person. */
export const languageCookie = "language";

/** The query parameter that sets the cookie. */
export const languageParameter = "set-language";

/** The language of text for a person with this locale. */
export const languageOf = (locale: string): LanguageCode => {
  if (locale === PSEUDO) return PSEUDO;
  return locale === "de" || locale.startsWith("de-") ? "de" : "en";
};

export const isLanguage = (value: unknown): value is LanguageCode => languages.some(({ code }) => code === value);

/** The locale for a language whose reader has no locale of their own: somebody who is not signed in. */
export const localeFor = (code: LanguageCode): string =>
  languages.find((language) => language.code === code)?.locale ?? "en-GB";

/** The languages a browser prefers, best first, of which the portal has the first it knows. */
export function preferredLanguage(acceptLanguage: string | undefined): LanguageCode {
  const wishes = (acceptLanguage ?? "").slice(0, 500).split(",").map(readWish);
  const known = wishes.filter(({ name, weight }) => weight > 0 && isLanguage(name));
  return (known.sort((a, b) => b.weight - a.weight)[0]?.name ?? "en") as LanguageCode;
}

function readWish(wish: string): { readonly name: string; readonly weight: number } {
  const [range = "", ...parameters] = wish.trim().toLowerCase().split(";");
  const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean) ?? "1";
  return { name: range.split("-", 1)[0] ?? "", weight: Number(weight) || 0 };
}
