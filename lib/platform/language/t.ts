import { fill, type Values } from "./fill";
import type { Sentence } from "./msg";

/** The language that sentences are shown in. None is set for English. */
export interface Language {
  readonly code: string;
  /** The translation of a sentence; undefined if it has none. */
  readonly translate: (sentence: string) => string | undefined;
}

interface Spoken {
  /** Set by the server for each request and job, and by the browser once per page. */
  portcullisLanguage?: () => Language | undefined;
}

/** Text written out in the code, or registered with `msg`. Text made at run time has no translation. */
export type Translatable<S extends string | Sentence> = string extends S ? never : S;

/**
 * A sentence in the current language. The English one, as ICU writes it, is the key; where one English word has several
 * translations, what follows `@@` tells them apart.
 */
export function t<S extends string | Sentence>(sentence: Translatable<S>, values?: Values): string {
  return translated(sentence as string, values);
}

/** The same for text that may have a translation, such as the message of a schema or a stored sentence. */
export function translated(sentence: string, values?: Values): string {
  const { text, code } = spoken(sentence);
  return values === undefined ? text : fill(text, values, code);
}

/** The language of the text that `t` gives. */
export const currentCode = (): string => (globalThis as Spoken).portcullisLanguage?.()?.code ?? "en";

/** The text that is filled with values, and its language. */
export function spoken(sentence: string): { readonly text: string; readonly code: string } {
  const language = (globalThis as Spoken).portcullisLanguage?.();
  const text = language?.translate(sentence);
  if (language === undefined || text === undefined) return { text: withoutContext(sentence), code: "en" };
  return { text, code: language.code };
}

/** The English sentence without what only tells its translations apart. */
export function withoutContext(sentence: string): string {
  const at = sentence.indexOf("@@");
  return at < 0 ? sentence : sentence.slice(0, at);
}
