/**
 * The part of ICU's message format that sentences use: `{name}`, `{count, plural, one {# file} other {# files}}`,
 * `{kind, select, card {…} other {…}}`, and `<link>…</link>` for text that is shown differently. It runs in the browser
 * too, where the usual library is larger than all our sentences; a test compares both.
 */
export type Part = string | { name: string; choices?: Record<string, Part[]>; plural?: boolean; inner?: Part[] };

export type Values = Readonly<Record<string, string | number>>;

const parsed = new Map<string, Part[]>();

/** The parts of a sentence, parsed once. There are only as many as the code and its translations contain. */
export function partsOf(sentence: string): Part[] {
  let parts = parsed.get(sentence);
  if (parts === undefined) {
    parts = read({ text: sentence, at: 0 }, "");
    parsed.set(sentence, parts);
  }
  return parts;
}

/** A sentence with its values, in the grammar of a language. */
export const fill = (sentence: string, values: Values, language: string): string =>
  join(partsOf(sentence), values, language);

function join(parts: readonly Part[], values: Values, language: string): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if (part.inner) return join(part.inner, values, language);
      if (part.choices) return join(chosen(part, values[part.name], language), values, language);
      return String(values[part.name] ?? "");
    })
    .join("");
}

/** The words for a value: those for exactly this one, for its plural form, or for all others. */
export function chosen({ choices = {}, plural }: Exclude<Part, string>, value: unknown, language: string): Part[] {
  const form = plural ? grammarOf(language).rules.select(Number(value)) : String(value);
  const words = (plural && choices[`=${value}`]) || choices[form] || choices.other || [];
  if (!plural) return words;
  return counted(words, grammarOf(language).figures.format(Number(value)));
}

interface Grammar {
  readonly rules: Intl.PluralRules;
  readonly figures: Intl.NumberFormat;
}

const grammars = new Map<string, Grammar>();

/** Made once for each of our few languages: it takes longer than everything else about a sentence. */
function grammarOf(language: string): Grammar {
  let grammar = grammars.get(language);
  if (grammar === undefined) {
    grammar = { rules: new Intl.PluralRules(language), figures: new Intl.NumberFormat(language) };
    grammars.set(language, grammar);
  }
  return grammar;
}

/** Within a tag, `#` is the same number; within another choice it is not. */
const counted = (words: readonly Part[], count: string): Part[] =>
  words.map((part) => {
    if (typeof part === "string") return part.replaceAll("#", count);
    return part.inner ? { ...part, inner: counted(part.inner, count) } : part;
  });

interface Reading {
  readonly text: string;
  at: number;
}

/** Reads until `end`: the brace of a choice, the closing tag, or the end of the sentence. */
function read(reading: Reading, end: string): Part[] {
  const parts: Part[] = [];
  while (reading.at < reading.text.length && !(end && reading.text.startsWith(end, reading.at))) {
    const [whole = "", tag, name, kind] = SPECIAL.exec(reading.text.slice(reading.at)) ?? [];
    reading.at += whole.length;
    if (tag) parts.push({ name: tag, inner: inside(reading, `</${tag}>`) });
    else if (kind) parts.push({ name: name ?? "", plural: kind === "plural", choices: readChoices(reading) });
    else if (name) parts.push({ name });
    else parts.push(plain(reading));
  }
  return parts;
}

const SPECIAL = /^(?:<(\w+)>|\{(\w+)(?:, (plural|select),|\}))/;

function inside(reading: Reading, end: string): Part[] {
  const parts = read(reading, end);
  reading.at += end.length;
  return parts;
}

function readChoices(reading: Reading): Record<string, Part[]> {
  const choices: Record<string, Part[]> = {};
  for (;;) {
    const [whole = "", form] = /^\s*(=?\w+) \{|^\s*\}/.exec(reading.text.slice(reading.at)) ?? [];
    reading.at += whole.length;
    if (form === undefined) return choices;
    choices[form] = inside(reading, "}");
  }
}

function plain(reading: Reading): string {
  const [text = ""] = /^.[^<{}]*/s.exec(reading.text.slice(reading.at)) ?? [];
  reading.at += text.length;
  return text;
}
