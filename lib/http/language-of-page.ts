import { cookies } from "next/headers";
import { answerWithHeader } from "@/lib/platform/kernel/response-status";
import { languageCookie, languageOf } from "@/lib/platform/language/languages";
import { changeLanguage, currentLanguage } from "@/lib/platform/language/with-language";

const options = { path: "/", maxAge: 31_536_000, sameSite: "lax" } as const;

/** In a form action: the browser gets the language of this locale, beginning with the answer to the form. */
export async function keepLanguage(locale: string): Promise<void> {
  (await cookies()).set(languageCookie, languageOf(locale), options);
  changeLanguage(locale);
}

/**
 * While a page is rendered, which can't be done in two languages: if the person has chosen another one in another
 * browser, this browser gets it from the next page on.
 */
export function correctLanguage(locale: string): void {
  const code = languageOf(locale);
  if (code === currentLanguage()) return;
  answerWithHeader("set-cookie", `${languageCookie}=${code}; Path=/; Max-Age=${options.maxAge}; SameSite=lax`);
}
