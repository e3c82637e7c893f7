import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { afterAll, describe, expect, it } from "vitest";
import { narrowChunks, narrowed } from "@/scripts/portal/narrow-chunks";

const folder = mkdtempSync(path.join(tmpdir(), "portcullis-narrow-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wide =
  'module.exports=[1,a=>{"use strict";a.texts=["“quoted” → …",`née – 😀`,"\\u0000ĀǱ"];a.matches=[/^[\\u201c]+$/u.test("““"),/é/.test("née")];a.named={größe:1,"→":2}}];';

const exported = (code: string): unknown => {
  const module: { exports: unknown[] } = { exports: [] };
  runInNewContext(code, { module });
  const made: Record<string, unknown> = {};
  (module.exports[1] as (into: object) => void)(made);
  return JSON.parse(JSON.stringify(made));
};

describe("a bundle with characters beyond Latin-1", () => {
  it("becomes one in Latin-1 that does the same", async () => {
    const code = await narrowed(wide);
    expect([...code].filter((character) => character > "\u00ff")).toEqual([]);
    expect(exported(code)).toEqual(exported(wide));
  });

  it("is found in any folder of the build, and the others stay as they are", async () => {
    mkdirSync(path.join(folder, "chunks/ssr"), { recursive: true });
    const [a, b] = [path.join(folder, "chunks/ssr/a.js"), path.join(folder, "b.js")];
    writeFileSync(a, wide);
    writeFileSync(b, "module.exports = [ 'née' ];");
    expect(await narrowChunks(folder)).toBe(1);
    expect(readFileSync(a, "utf8")).not.toContain("“");
    expect(readFileSync(b, "utf8")).toBe("module.exports = [ 'née' ];");
    expect(await narrowChunks(folder)).toBe(0);
  });
});
