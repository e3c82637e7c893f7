import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Part, partsOf } from "@/lib/platform/language/fill";
import { clientSentences } from "@/scripts/language/client-sentences";
import { type Registered, registeredSentences } from "@/scripts/language/registered-sentences";
import { parseSource, sourceFiles } from "@/scripts/language/source-files";

const folder = "lib/platform/language";
const read = <T>(file: string): T => JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));

const areas = readdirSync(`${folder}/de`).map(
  (file) => [file, Object.entries(read<Record<string, string>>(`de/${file}`))] as const,
);
const german = new Map(areas.flatMap(([, entries]) => entries));
const sources = sourceFiles();
const registered = [...sources.values()].flatMap(registeredSentences);
const where = ({ text, file, line }: Registered) => `${file}:${line} ${text}`;

describe("the German catalogue", () => {
  it("translates every sentence", () => {
    expect(registered.length).toBeGreaterThan(3000);
    expect(registered.filter((one) => !german.get(one.text)).map(where)).toEqual([]);
  });

  it("holds no sentence that is not used", () => {
    const used = new Set(registered.map(({ text }) => text));
    expect([...german.keys()].filter((sentence) => !used.has(sentence))).toEqual([]);
  });

  it("holds each sentence once, in order", () => {
    const sentences = areas.flatMap(([, entries]) => entries.map(([sentence]) => sentence));
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) < index)).toEqual([]);
    for (const [file, entries] of areas) {
      const names = entries.map(([sentence]) => sentence);
      expect(names, `${file}: run npm run sentences`).toEqual([...names].sort());
    }
  });

  it("has the values of the English sentence in each translation", () => {
    const differing = [...german].filter(([sentence, text]) => namesOf(sentence).join() !== namesOf(text).join());
    expect(differing).toEqual([]);
  });

  it("leaves no sentence in English by mistake", () => {
    const longer = [...german].filter(([sentence, text]) => sentence === text && /\p{L}+ \p{L}+ \p{L}+/u.test(text));
    expect(longer).toEqual([]);
  });
});

describe("a sentence in the code", () => {
  it("is given the values that stand in it", () => {
    const wrong = registered.filter(
      ({ text, values }) => values && namesOf(text).join() !== [...new Set(values)].sort().join(),
    );
    expect(wrong.map(where)).toEqual([]);
  });

  it("is counted as one of the browser's if a component there shows it", () => {
    expect(clientSentences(sources), "run npm run sentences").toEqual(read("client-sentences.json"));
  });
});

describe("the search for sentences", () => {
  it("finds those of each mark, of both sides of a condition, and of tables", () => {
    const code = `t("a {b}", { b }); msg("c"); say(yes ? "d" : "e"); rich("f"); defineQuery({ activity: "g", summary: "h" });`;
    expect(registeredSentences(parseSource("lib/x/y.ts", code)).map(({ text }) => text)).toEqual(
      [..."acdefg"].map((one) => (one === "a" ? "a {b}" : one)),
    );
    const table = `export const x = { "a.b": { name: "View", title: "View all." } }`;
    expect(registeredSentences(parseSource("lib/policy/catalogue/x.ts", table))).toHaveLength(2);
  });
});

/** The names in a sentence, those within its choices included. */
function namesOf(sentence: string): string[] {
  const inside = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) =>
      typeof part === "string"
        ? []
        : [part.name, ...inside(part.inner ?? []), ...Object.values(part.choices ?? {}).flatMap(inside)],
    );
  return [...new Set(inside(partsOf(sentence)))].sort();
}
