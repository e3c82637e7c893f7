import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { programs } from "@/scripts/process/programs";

interface Cruise {
  summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
}

/** Each file gets one import that the named rule must refuse, or that none may (undefined). */
const plants: [file: string, statement: string, rule: string | undefined][] = [
  ["lib/kernel/planted.ts", 'import "@/lib/policy/roles"', "floor-kernel"],
  ["lib/config/planted.ts", 'import "@/lib/platform/kernel/ids"', "floor-config"],
  ["lib/policy/planted.ts", 'import "@/lib/platform/kernel/ids"', "floor-policy"],
  ["lib/policy/planted-package.ts", 'import "zod"', "floor-policy"],
  ["lib/policy/planted-type.ts", 'import type { Roles } from "@/lib/access/authorize"', "floor-policy"],
  ["lib/db/planted.ts", 'import "@/lib/platform/operations/operation"', "floor-db"],
  ["lib/access/planted.ts", 'import "@/lib/planted-one/one"', "floor-access"],
  ["lib/mail/planted.ts", 'import "@/lib/identity/planted"', "floor-mail"],
  ["lib/identity/planted.ts", 'import "@/lib/planted-one/one"', "floor-identity"],
  ["lib/contacts/planted.ts", 'import "@/lib/identity/planted"', "floor-contacts"],
  ["lib/planted-one/one.ts", 'import "../planted-two/two"', "floor-nouns"],
  ["lib/planted-two/two.ts", 'import "@/lib/platform/operations/operation"', undefined],
  ["lib/planted-two/schema.ts", 'import "zod"', undefined],
  ["lib/planted-two/upward.ts", 'import "@/app/planted-page"', "floor-nouns"],
  ["lib/planted-two/entrance.ts", 'import "@/lib/http/rest"', "floor-nouns"],
  ["lib/planted-two/client.ts", 'import "@/lib/platform/db/client"', "private-client"],
  [
    "lib/planted-two/rows.ts",
    'import { PrismaClient } from "@/lib/platform/db/generated/client"',
    "private-generated-client",
  ],
  ["lib/planted-two/types.ts", 'import type { Prisma } from "@/lib/platform/db/generated/client"', undefined],
  ["lib/planted-two/test.ts", 'import "@/tests/fixtures/database"', "floor-nouns"],
  ["lib/planted-two/a.ts", 'import "./b"', "no-cycles"],
  ["lib/planted-two/b.ts", 'import "./a"', undefined],
  ["lib/planted-two/missing.ts", 'import "./nothing-here"', "no-unresolved"],
  ["lib/entrances/planted.ts", 'import "@/components/planted/card"', "floor-entrances"],
  ["components/planted/card.tsx", 'import "@/lib/planted-two/schema"', undefined],
  ["components/planted/fetch.tsx", 'import "@/lib/planted-two/two"', "floor-components"],
  ["components/planted/entrance.tsx", 'import "@/lib/http/rest"', "floor-components"],
  ["app/planted-page.tsx", 'import "@/lib/planted-two/two"', undefined],
  ["app/planted-seed.tsx", 'import "@/prisma/seed/seed"', "floor-tops"],
  [
    "app/planted-type.tsx",
    'import type { Prisma } from "@/lib/platform/db/generated/client"',
    "generated-types-stay-in-lib",
  ],
];

let copy: string;
let cruise: Cruise;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), "floors-"));
  for (const entry of ["app", "components", "lib", "prisma", "tests", "tsconfig.json", ".dependency-cruiser.cjs"]) {
    cpSync(entry, path.join(copy, entry), { recursive: true });
  }
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
  for (const [file, statement] of plants) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), `${statement};\nexport const planted = true;\n`);
  }
  cruise = cruiseThrough(copy);
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true }));

test("the cruiser reads TypeScript: it counts every planted file and what it imports", () => {
  expect(cruise.summary.totalCruised).toBeGreaterThan(plants.length);
});

test.each(plants)("%s with %s: %s", (file, _statement, rule) => {
  const broken = cruise.summary.violations.filter(({ from }) => from === file).map(({ rule: { name } }) => name);
  expect(broken).toEqual(rule ? expect.arrayContaining([rule]) : []);
});

function cruiseThrough(folder: string): Cruise {
  const program = programs.depcruise.map((file) => path.resolve(file));
  const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "app", "components", "lib"];
  const { stdout } = spawnSync(process.execPath, [...program, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout) as Cruise;
}
