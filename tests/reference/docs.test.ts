import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { settingNames } from "@/tests/fixtures/setting-names";

const read = (file: string) => readFileSync(file, "utf8");
const guides = ["README.md", ...globSync("docs/*.md"), "bench/README.md", "tests/mutants.md"];
const texts = [...guides, ".env.example"];
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

interface Command {
  readonly script: string;
  readonly options: readonly string[];
  /** Words that choose what a command does, such as `rotate`. */
  readonly words: readonly string[];
}

/** What is to be typed: the lines of a shell block, continued ones joined, and what stands between backticks. */
function typed(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = ""]) =>
    block.replace(/\\\n/g, " ").split("\n"),
  );
  const inline = [...text.replace(/^```.*?^```/gms, "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
  return [...blocks.map((line) => line.replace(/ #.*/, "")), ...inline];
}

function commandsIn(text: string): Command[] {
  return typed(text).flatMap((line) =>
    [...line.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)([^|&]*)/g)].map(([, run, short, rest = ""]) => ({
      script: run ?? short ?? "",
      options: rest.match(/--[a-z][\w-]*/g) ?? [],
      words: rest.match(/(?<=^[^"]*\s)[a-z][a-z-]+(?=[\s\]]|$)/g) ?? [],
    })),
  );
}

/** What a command is made of, without its comments. */
function sourceOf(script: string): string {
  const [main = ""] = /(?:scripts|bench)\/[\w-]+\.ts$/.exec(scripts[script] ?? "") ?? [];
  const own = globSync(`${main.replace(/\.ts$/, "")}/*.ts`);
  return [main, ...own].map((file) => read(file).replace(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")).join("\n");
}

const commands = texts.flatMap((file) => commandsIn(read(file)).map((command) => ({ file, ...command })));

test.each(texts)("%s names commands that exist, with options and words that they take", (file) => {
  const unknown = commands
    .filter((one) => one.file === file)
    .flatMap(({ script, options, words }) => {
      if (scripts[script] === undefined) return [`npm run ${script}`];
      const source = sourceOf(script);
      const declares = (name: string) => new RegExp(`--${name}\\b|(?:^|[\\s{"])${name}"?: [\\w{]`, "m").test(source);
      return [
        ...options.filter((option) => !declares(option.slice(2))),
        ...words.filter((word) => !new RegExp(`\\b${word}\\b`).test(source)),
      ].map((what) => `npm run ${script}: ${what}`);
    });
  expect(unknown).toEqual([]);
});

/** As GitHub makes them of headings. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-"),
  );

test.each([...guides, ...globSync("docs/decisions/*.md")])("%s links to files and headings that exist", (file) => {
  const links = [
    ...read(file)
      .replace(/`[^`]*`/g, "")
      .matchAll(/(?:\]\(|(?:src|href)=")([^)"\s]+)/g),
  ].map(([, link = ""]) => link);
  const broken = links
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [place = "", heading] = link.split("#");
      const target = place === "" ? file : path.join(path.dirname(file), place);
      return !existsSync(target) || (heading !== undefined && !anchors(read(target)).includes(heading));
    });
  expect(broken).toEqual([]);
});

/** Read by Node and by the C library. */
const outside = ["NODE_EXTRA_CA_CERTS", "MALLOC_ARENA_MAX"];

test("the guides name no setting that the portal doesn't have", () => {
  const named = guides.flatMap((file) =>
    [...read(file).matchAll(/`([A-Z][A-Z\d]*_[A-Z_\d]+)(?:=[^`]*)?`/g)].map(([, name = ""]) => ({ file, name })),
  );
  const isKnown = (name: string) => outside.includes(name) || settingNames.has(name.replace(/_FILE$/, ""));
  expect(named.filter(({ name }) => !isKnown(name))).toEqual([]);
});

test("the guides name no metric that the portal doesn't have", () => {
  const source = globSync("lib/**/*.ts")
    .filter((file) => read(file).includes("portcullis_"))
    .map(read)
    .join("\n");
  const named = guides.flatMap((file) =>
    [...read(file).matchAll(/`(portcullis_[a-z_]+)/g)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !source.includes(`"${name}"`))).toEqual([]);
});
