import { AsyncLocalStorage } from "node:async_hooks";
import { catalogues } from "./catalogues";
import { type LanguageCode, languageOf } from "./languages";
import type { Language } from "./t";

interface Speaking {
  locale: string;
}

const kept = globalThis as {
  portcullisLanguage?: () => Language | undefined;
  portcullisSpeaking?: AsyncLocalStorage<Speaking>;
};

/**
 * Kept on the global object, because the server and Next's bundle each have a copy of this module. `t` asks there too,
 * so that it needs nothing of Node and runs in the browser and in the permission library.
 */
function speaking(): AsyncLocalStorage<Speaking> {
  kept.portcullisSpeaking ??= new AsyncLocalStorage();
  kept.portcullisLanguage ??= () => spokenLanguages[currentLanguage()];
  return kept.portcullisSpeaking;
}

const spokenLanguages: Readonly<Record<LanguageCode, Language | undefined>> = {
  en: undefined,
  de: { code: "de", translate: catalogues.de },
  "en-XA": { code: "en", translate: catalogues["en-XA"] },
};

/** Runs a request, a job, a mail or a document in the language and the format of a locale. */
export const withLanguage = <T>(locale: string, work: () => T): T => speaking().run({ locale }, work);

/** From now on this request is answered in another language: the person has just chosen it. */
export function changeLanguage(locale: string): void {
  const now = speaking().getStore();
  if (now) now.locale = locale;
}

/** For dates and amounts in what is written in the current language: a mail, a document. */
export const currentLocale = (): string => speaking().getStore()?.locale ?? "en-GB";

export const currentLanguage = (): LanguageCode => languageOf(currentLocale());
