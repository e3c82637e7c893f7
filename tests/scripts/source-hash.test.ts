import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourceHash } from "@/scripts/source-hash.mjs";

let root: string;
let before: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "sources-"));
  mkdirSync(path.join(root, "lib/generated"), { recursive: true });
  write("lib/a.ts", "one");
  write("lib/generated/b.ts", "two");
  write("package.json", "{}");
  before = hash();
});

afterEach(() => rmSync(root, { recursive: true }));

test("a newer modification time alone changes nothing", () => {
  utimesSync(path.join(root, "lib/a.ts"), new Date(), new Date(Date.now() + 60_000));
  expect(hash()).toBe(before);
});

test.each([
  ["another content", () => write("lib/a.ts", "two")],
  ["a new file", () => write("lib/c.ts", "")],
  ["another name", () => renameSync(path.join(root, "lib/a.ts"), path.join(root, "lib/z.ts"))],
  ["a file less", () => rmSync(path.join(root, "package.json"))],
  ["the end of one file moved into the next", () => [write("lib/a.ts", "o"), write("lib/b.ts", "ne")]],
])("%s changes it", (_what, change) => {
  change();
  expect(hash()).not.toBe(before);
});

test("skipped and unlisted files don't count", () => {
  write("lib/generated/b.ts", "three");
  write("elsewhere.ts", "four");
  expect(hash()).toBe(before);
});

function hash(): string {
  return sourceHash(root, ["lib", "package.json", "missing.ts"], ["lib/generated"]);
}

function write(file: string, content: string): void {
  writeFileSync(path.join(root, file), content);
}
