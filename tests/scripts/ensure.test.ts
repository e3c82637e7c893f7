import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasCurrentClient } from "@/scripts/generated-client.mjs";

/** A fake npm: records its arguments and creates what the test requests. */
const npm = `
import { appendFileSync, cpSync } from "node:fs";
appendFileSync("npm-was-called", process.argv.slice(2).join(" "));
if (process.env.NPM_LEAVES) cpSync(process.env.NPM_LEAVES, "node_modules", { recursive: true });
process.exit(Number(process.env.NPM_EXIT ?? 0));
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ensure-"));
  for (const file of ["ensure.mjs", "find-chromium.mjs", "generated-client.mjs", "source-hash.mjs"]) {
    cpSync(path.join("scripts", file), path.join(folder, "scripts", file));
  }
  writeFileSync(path.join(folder, "npm.mjs"), npm);
  write("lib/platform/db/generated/client.ts", "");
  writePackages("package-lock.json", {
    "": {},
    "node_modules/needed": { version: "1.0.0" },
    "node_modules/for-another-system": { version: "1.0.0", optional: true },
  });
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("packages", () => {
  test("a complete node_modules is left alone, without output", () => {
    installed("node_modules", { "node_modules/needed": { version: "1.0.0" } });
    const { status, output } = ensure();
    expect({ status, output }).toEqual({ status: 0, output: "" });
    expect(npmCall()).toBeUndefined();
  });

  test.each([
    ["nothing is installed", () => {}],
    ["another version is installed", () => installed("node_modules", { "node_modules/needed": { version: "0.9.0" } })],
    ["a package is missing", () => installed("node_modules", {})],
    [
      "an optional one is of another version",
      () =>
        installed("node_modules", {
          "node_modules/needed": { version: "1.0.0" },
          "node_modules/for-another-system": { version: "0.9.0" },
        }),
    ],
  ])("npm installs when %s", (_what, arrange) => {
    arrange();
    installed("complete", {
      "node_modules/needed": { version: "1.0.0" },
      "node_modules/for-another-system": { version: "1.0.0" },
    });
    expect(ensure([], { NPM_LEAVES: "complete" }).status).toBe(0);
    expect(npmCall()).toMatch(/^ci --include=dev/);
  });

  test("a failing npm ends in one line", () => {
    const { status, output } = ensure([], { NPM_EXIT: "7" });
    expect(status).toBe(1);
    expect(output).toContain("npm couldn't install the packages");
  });

  test("an npm that skips packages ends in one line", () => {
    expect(ensure()).toMatchObject({ status: 1, output: expect.stringContaining("npm skipped packages") });
  });
});

describe("the database client", () => {
  const prisma = (exitCode: number) => {
    installed("node_modules", { "node_modules/needed": { version: "1.0.0" } });
    rmSync(path.join(folder, "lib"), { recursive: true });
    write("prisma/schema/a.prisma", "model A");
    const generates = `require("node:fs").cpSync("prisma/schema/a.prisma", "lib/platform/db/generated/client.ts");`;
    const says = `require("node:fs").writeFileSync("asked", process.argv.slice(2).join()); process.exit(${exitCode});`;
    write("node_modules/prisma/build/index.js", exitCode === 0 ? generates + says : says);
  };

  test("is generated if there is none", () => {
    prisma(0);
    expect(ensure()).toMatchObject({ status: 0, output: "" });
    expect(readFileSync(path.join(folder, "asked"), "utf8")).toBe("generate");
  });

  test("that was just generated isn't generated again until its schema changes", () => {
    prisma(0);
    expect(hasCurrentClient(folder)).toBe(false);
    ensure();
    expect(hasCurrentClient(folder)).toBe(true);
    write("prisma/schema/a.prisma", "model B");
    expect(hasCurrentClient(folder)).toBe(false);
  });

  test("that can't be generated ends in one line", () => {
    prisma(3);
    expect(ensure()).toEqual({ status: 1, output: "Generating the database client failed.\n" });
    expect(hasCurrentClient(folder)).toBe(false);
  });
});

describe("Chromium", () => {
  beforeEach(() => installed("node_modules", { "node_modules/needed": { version: "1.0.0" } }));

  test("any that starts is accepted", () => {
    expect(ensure(["--chromium"], { CHROMIUM_PATH: process.execPath })).toMatchObject({ status: 0, output: "" });
  });

  test("a configured one that doesn't start ends in one line and the test count", () => {
    const { status, output } = ensure(["--chromium"], { CHROMIUM_PATH: "/nowhere/chromium" });
    expect(status).toBe(1);
    expect(output).toBe(
      "CHROMIUM_PATH is /nowhere/chromium, but Chromium couldn't be started from there.\n0 passed, 1 failed\n",
    );
  });

  test("is only looked for if needed", () => {
    expect(ensure([], { CHROMIUM_PATH: "/nowhere/chromium" })).toMatchObject({ status: 0, output: "" });
  });
});

function ensure(args: string[] = [], env: Record<string, string> = {}): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/ensure.mjs", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CHROMIUM_PATH: "", ...env, npm_execpath: path.join(folder, "npm.mjs") } as NodeJS.ProcessEnv,
  });
  return { status, output: stderr + stdout };
}

function npmCall(): string | undefined {
  const file = path.join(folder, "npm-was-called");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function installed(where: string, packages: object): void {
  writePackages(`${where}/.package-lock.json`, packages);
  writePackages(`${where}/.bin/node`, {});
}

function writePackages(file: string, packages: object): void {
  write(file, JSON.stringify({ packages }));
}

function write(file: string, text: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
