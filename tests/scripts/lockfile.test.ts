import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  /** Bundled in a package whose contents are pinned. */
  readonly inBundle?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;
const { packages } = read<{ packages: Record<string, LockedPackage> }>("package-lock.json");
const installed = Object.entries(packages).filter(([place]) => place !== "");

describe("package-lock.json", () => {
  // With an existing node_modules npm only records its own platform, and `npm ci` then rejects the file.
  test("names every optional package of every platform", () => {
    const missing = installed.flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => placeOf(name, place) === undefined)
        .map((name) => `${name}, wanted by ${place}`),
    );
    expect(missing).toEqual([]);
  });

  test("pins the version and contents of every package", () => {
    expect(
      installed
        .filter(([, { version, integrity, inBundle }]) => !version || !(integrity || inBundle))
        .map(([place]) => place),
    ).toEqual([]);
    expect(installed.length).toBeGreaterThan(400);
  });

  test("names no registry", () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
  });

  test("has the versions that package.json requires", () => {
    const { dependencies, devDependencies } = read<Record<string, Record<string, string>>>("package.json");
    expect(packages[""]).toMatchObject({ dependencies, devDependencies });
  });
});

describe("npm scripts", () => {
  const { scripts } = read<{ scripts: Record<string, string> }>("package.json");

  test.each(Object.entries(scripts))("%s installs what is missing before it runs", (_name, command) => {
    expect(command).toMatch(/^node scripts\/ensure\.mjs( --chromium)? && /);
  });

  // The shell caches the path of `node` from the first command, which is the machine's own.
  test.each(Object.entries(scripts))("%s runs on the Node that was installed", (_name, command) => {
    const [, ...afterInstall] = command.split(" && ");
    expect(afterInstall.filter((part) => part.startsWith("node "))).toEqual([]);
  });
});

/** Where Node would find a package, searching upwards from another's folder. */
function placeOf(name: string, from: string): string | undefined {
  const parents = from.split("/node_modules/").map((_, end, parts) => parts.slice(0, end + 1).join("/node_modules/"));
  const places = [...parents.reverse().map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`];
  return places.find((place) => place in packages);
}
