import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkout } from "@/scripts/postgres/places";

let folder: string;
const kept = () => readdirSync(path.join(folder, ".next/cache/programs")).filter((name) => name.endsWith(".mjs"));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "portcullis-started-"));
  write("package.json", "{}");
  write("said.ts", `export const said: string = "one";`);
  write("program.ts", `import { said } from "./said"; console.log(said, process.argv[2]);`);
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a program is compiled at its first start, and again only when one of its sources has changed", () => {
  expect(start("first")).toBe("one first\n");
  const compiled = kept();
  expect(compiled).toHaveLength(1);
  expect(start("second")).toBe("one second\n");
  expect(kept()).toEqual(compiled);
  write("said.ts", `export const said: string = "changed";`);
  expect(start("third")).toBe("changed third\n");
  expect(kept()).toHaveLength(2);
});

test("a source that is written while it is compiled is compiled again at the next start", () => {
  const later = Date.now() / 1000 + 3_600;
  for (const said of ["old", "new"]) {
    write("said.ts", `export const said: string = "${said}";`);
    utimesSync(path.join(folder, "said.ts"), later, later);
    expect(start("now")).toBe(`${said} now\n`);
  }
});

test("those who start it at once for the first time keep one, and it is compiled anew if that is lost", async () => {
  const all = await Promise.all(
    ["a", "b", "c"].map((argument) => promisify(execFile)(process.execPath, call(argument), { cwd: folder })),
  );
  expect(all.map(({ stdout, stderr }) => stdout + stderr)).toEqual(["one a\n", "one b\n", "one c\n"]);
  const [compiled = "", ...others] = kept();
  expect(others).toEqual([]);
  rmSync(path.join(folder, ".next/cache/programs", compiled));
  expect(start("again")).toBe("one again\n");
});

test("what was compiled is removed when two later forms of the program have replaced it", () => {
  for (const said of ["a", "ab", "a", "abc", "abcd"]) {
    write("said.ts", `export const said: string = "${said}";`);
    expect(start("now")).toBe(`${said} now\n`);
  }
  expect(kept()).toHaveLength(2);
});

test("a program starts where nothing can be kept", () => {
  write(".next", "a file");
  expect(start("anyway")).toBe("one anyway\n");
  expect(existsSync(path.join(folder, ".next/cache"))).toBe(false);
});

function write(name: string, content: string): void {
  writeFileSync(path.join(folder, name), content);
}

const call = (argument: string) => ["--import", path.join(checkout, "scripts/register.mjs"), "program.ts", argument];

function start(argument: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, call(argument), { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout;
}
