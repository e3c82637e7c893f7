import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { compilePrograms, programOf } from "@/scripts/portal/compile-programs";

const folder = mkdtempSync(path.join(tmpdir(), "portcullis-programs-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the compiled programs import only what Node finds", async () => {
  const { outputs } = await compilePrograms(folder);
  for (const name of ["server", "worker", "render-thread"] as const)
    expect(readdirSync(folder)).toContain(path.basename(programOf(name)));
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const outside = [...new Set(imports.filter(({ external }) => external).map((one) => one.path))];
  expect(outside).toContain("next");
  expect(outside.filter((name) => name.startsWith("server-only"))).toEqual([]);
  expect(missing(outside)).toEqual([]);
});

/** Node's answer in the checkout, by the rules for modules: a file of a package has its extension. */
function missing(names: readonly string[]): string[] {
  const script = `
    import { existsSync } from "node:fs";
    const isThere = (name) => {
      const url = import.meta.resolve(name);
      return url.startsWith("node:") || existsSync(new URL(url));
    };
    console.log(JSON.stringify(${JSON.stringify(names)}.filter((name) => !isThere(name))));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }));
}
