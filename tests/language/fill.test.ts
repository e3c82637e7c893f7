import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { chosen, fill, partsOf, type Values } from "@/lib/platform/language/fill";

const folder = "lib/platform/language/de";
const translations = readdirSync(folder).flatMap((file) =>
  Object.entries<string>(JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))),
);

describe("a sentence with values", () => {
  it("gets each value in its place", () => {
    expect(fill("Due {date}: {amount}, {date}", { date: "1 May", amount: 5 }, "en")).toBe("Due 1 May: 5, 1 May");
  });

  it("keeps apostrophes, and braces that name nothing", () => {
    expect(fill("You can't use {} or {a b} or }", {}, "en")).toBe("You can't use {} or {a b} or }");
  });

  it("chooses the plural form of its language, with the number as it writes it", () => {
    const sentence = "{count, plural, =0 {no files} one {# file of {name}} other {# files of {name}}}.";
    const filled = [0, 1, 12_345].map((count) => fill(sentence, { count, name: "Jo" }, "en"));
    expect(filled).toEqual(["no files.", "1 file of Jo.", "12,345 files of Jo."]);
    expect(fill("{n, plural, one {# Datei} other {# Dateien}}", { n: 12_345 }, "de")).toBe("12.345 Dateien");
    expect(fill("{n, plural, one {# plik} few {# pliki} other {# pliku}}", { n: 3 }, "pl")).toBe("3 pliki");
  });

  it("chooses words by a name", () => {
    const sentence = "{kind, select, card {Card} bank {Bank account} other {Method}} removed";
    expect(["card", "bank", "x"].map((kind) => fill(sentence, { kind }, "en"))).toEqual([
      "Card removed",
      "Bank account removed",
      "Method removed",
    ]);
  });

  it("shows the text of a tag where it can't be an element", () => {
    expect(fill("Read <link>the {what}</link> first", { what: "terms" }, "en")).toBe("Read the terms first");
  });

  it("is taken apart into what an element is made of", () => {
    expect(partsOf("a <b>c {d}</b>")).toEqual(["a ", { name: "b", inner: ["c ", { name: "d" }] }]);
    expect(chosen({ name: "n", plural: true, choices: { other: ["#"] } }, 1_000, "de")).toEqual(["1.000"]);
  });
});

describe("the filling of sentences", () => {
  it("writes a number inside a tag", () => {
    expect(fill("{n, plural, one {<b># file</b>} other {<b># files</b>}}", { n: 2 }, "en")).toBe("2 files");
  });

  it("gives what ICU's library gives for every sentence, whatever its values", () => {
    expect(translations.length).toBeGreaterThan(400);
    for (const [english, german] of translations) {
      compare(english.split("@@", 1)[0] ?? "", "en");
      compare(german, "de");
    }
  });

  it("gives the same for any sentence made of names, tags, plurals and choices", () => {
    fc.assert(
      fc.property(anySentence, anyValues, fc.constantFrom("en", "de", "pl"), (sentence, values, language) => {
        expect(fill(sentence, values, language)).toBe(byLibrary(sentence, values, language));
      }),
      { numRuns: 200 },
    );
  });
});

/** Fills a sentence in both ways, with values of the kinds that the library finds in it. */
function compare(sentence: string, language: string): void {
  const kinds = kindsIn(new IntlMessageFormat(sentence, language).getAst());
  const runs = Object.keys(kinds).length === 0 ? 1 : 10;
  fc.assert(
    fc.property(fc.record(kinds), (values) => {
      expect(fill(sentence, values, language), sentence).toBe(byLibrary(sentence, values, language));
    }),
    { numRuns: runs },
  );
}

/** Tags show their text, as `fill` has them. */
function byLibrary(sentence: string, values: Values, language: string): string {
  const tags = Object.fromEntries([...sentence.matchAll(/<(\w+)>/g)].map(([, name]) => [name, joined]));
  return String(new IntlMessageFormat(sentence, language).format({ ...values, ...tags }));
}

const joined = (parts: unknown[]): string => parts.join("");

const count = fc.oneof(fc.constantFrom(0, 1, 2), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const text = fc.oneof(fc.string(), fc.constantFrom("{name}", "<b>", "#", "it's"), fc.integer());

type Ast = ReturnType<IntlMessageFormat["getAst"]>;
type Kinds = Record<string, fc.Arbitrary<string | number>>;

/** In the library's tree. */
const NAME = 1;

/** What each name of a sentence can be. A name that is counted may stand alone as well. */
function kindsIn(ast: Ast, kinds: Kinds = {}): Kinds {
  for (const part of ast) {
    if ("children" in part) kindsIn(part.children, kinds);
    else if ("options" in part) {
      const named = fc.constantFrom(...Object.keys(part.options), "anything else");
      kinds[part.value] = "pluralType" in part ? count : named;
      for (const option of Object.values(part.options)) kindsIn(option.value, kinds);
    } else if (part.type === NAME) kinds[part.value] ??= text;
  }
  return kinds;
}

const anyValues = fc.record({ name: text, count, kind: fc.constantFrom("card", "bank", "cash") });

const { sentence: anySentence } = fc.letrec<{ sentence: string; part: string }>((tie) => ({
  sentence: fc.array(tie("part"), { maxLength: 3 }).map((parts) => parts.join("")),
  part: fc.oneof(
    { maxDepth: 3 },
    fc.stringMatching(/^[a-zß ,.#]{0,6}$/),
    fc.constant("{name}"),
    tie("sentence").map((inner) => `<b>${inner}</b>`),
    fc
      .tuple(tie("sentence"), tie("sentence"), tie("sentence"))
      .map(([none, few, other]) => `{count, plural, =0 {${none}} few {${few}} other {${other}}}`),
    fc
      .tuple(tie("sentence"), tie("sentence"))
      .map(([card, other]) => `{kind, select, card {${card}} other {${other}}}`),
  ),
}));
