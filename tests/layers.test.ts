import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { programs } from "@/scripts/process/programs";

interface Cruise {
  summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
}

/** Each file gets one import that the named rule must reject, or that no rule may (undefined). */
const plants: [file: string, statement: string, rule: string | undefined][] = [
  ["lib/platform/kernel/planted.ts", 'import "@/lib/policy/roles"', "layer-kernel"],
  ["lib/platform/config/planted.ts", 'import "@/lib/platform/kernel/ids"', "layer-config"],
  ["lib/policy/planted.ts", 'import "@/lib/platform/kernel/ids"', "layer-policy"],
  ["lib/policy/planted-sentence.ts", 'import "@/lib/platform/language/t"', undefined],
  ["lib/policy/planted-language.ts", 'import "@/lib/platform/language/with-language"', "layer-policy"],
  ["components/planted/planted/language.tsx", 'import "@/lib/platform/language/with-language"', "layer-components"],
  ["lib/platform/language/planted.ts", 'import "@/lib/platform/kernel/ids"', "layer-language"],
  ["lib/policy/planted-package.ts", 'import "zod"', "layer-policy"],
  [
    "lib/policy/planted-type.ts",
    'import type { Operation } from "@/lib/platform/operations/operation"',
    "layer-policy",
  ],
  ["lib/platform/db/planted.ts", 'import "@/lib/platform/operations/operation"', "layer-db"],
  ["lib/platform/operations/planted.ts", 'import "@/lib/planted-area/one/one"', "layer-operations"],
  ["lib/platform/operations/planted-mail.ts", 'import "@/lib/platform/mail/outbox"', "layer-operations"],
  ["lib/platform/jobs/planted.ts", 'import "@/lib/platform/operations/operation"', "layer-jobs"],
  ["lib/platform/mail/planted.ts", 'import "@/lib/identity/planted/planted"', "layer-mail"],
  ["lib/identity/planted/planted.ts", 'import "@/lib/planted-area/one/one"', "areas-side-by-side"],
  ["lib/services/planted/accounts.ts", 'import "@/lib/accounts/core/access-of"', "areas-side-by-side"],
  ["lib/services/planted/billing.ts", 'import "@/lib/billing/core/billing-context"', undefined],
  ["lib/staff/planted/billing.ts", 'import "@/lib/billing/core/billing-context"', "areas-side-by-side"],
  ["lib/staff/planted/accounts.ts", 'import "@/lib/accounts/core/access-of"', undefined],
  ["lib/billing/planted/services.ts", 'import "@/lib/services/core/plan"', "areas-side-by-side"],
  ["lib/billing/planted/gateway.ts", 'import "@/lib/billing/gateways/gateway"', undefined],
  ["lib/billing/planted/noun.ts", 'import "@/lib/billing/invoices/schema"', "nouns-side-by-side"],
  ["lib/billing/core/planted.ts", 'import "@/lib/billing/invoices/schema"', "core-below-nouns"],
  ["lib/planted-area/one/one.ts", 'import "../two/two"', "nouns-side-by-side"],
  ["lib/planted-area/one/core.ts", 'import "../core/shared"', undefined],
  ["lib/planted-area/core/shared.ts", 'import "zod"', undefined],
  ["lib/planted-area/core/noun.ts", 'import "../two/two"', "core-below-nouns"],
  ["lib/planted-area/two/two.ts", 'import "@/lib/platform/operations/operation"', undefined],
  ["lib/planted-area/two/schema.ts", 'import "zod"', undefined],
  ["lib/planted-area/two/upward.ts", 'import "@/app/planted-page"', "areas-side-by-side"],
  ["lib/planted-area/two/http.ts", 'import "@/lib/http/rest"', "areas-side-by-side"],
  ["lib/planted-area/two/client.ts", 'import "@/lib/platform/db/client"', "private-client"],
  [
    "lib/planted-area/two/rows.ts",
    'import { PrismaClient } from "@/lib/platform/db/generated/client"',
    "private-generated-client",
  ],
  ["lib/planted-area/two/types.ts", 'import type { Prisma } from "@/lib/platform/db/generated/client"', undefined],
  ["lib/planted-area/two/test.ts", 'import "@/tests/fixtures/database"', "areas-side-by-side"],
  ["lib/planted-area/two/a.ts", 'import "./b"', "no-cycles"],
  ["lib/planted-area/two/b.ts", 'import "./a"', undefined],
  ["lib/planted-area/two/missing.ts", 'import "./nothing-here"', "no-unresolved"],
  ["lib/home/planted.ts", 'import "@/lib/http/rest"', "layer-home"],
  ["lib/setup/planted.ts", 'import "@/lib/http/rest"', "layer-setup"],
  ["lib/setup/planted-area.ts", 'import "@/lib/planted-area/two/two"', undefined],
  ["lib/home/planted-area.ts", 'import "@/lib/planted-area/two/two"', undefined],
  ["lib/http/planted.ts", 'import "@/components/planted/planted/card"', "layer-http"],
  ["components/planted/planted/card.tsx", 'import "@/lib/planted-area/two/schema"', undefined],
  ["components/planted/planted/fetch.tsx", 'import "@/lib/planted-area/two/two"', "layer-components"],
  ["components/planted/planted/http.tsx", 'import "@/lib/http/rest"', "layer-components"],
  ["app/planted-page.tsx", 'import "@/lib/planted-area/two/two"', undefined],
  ["app/planted-seed.tsx", 'import "@/prisma/seed/seed"', "layer-tops"],
  [
    "app/planted-type.tsx",
    'import type { Prisma } from "@/lib/platform/db/generated/client"',
    "generated-types-stay-in-lib",
  ],
];

let copy: string;
let cruise: Cruise;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), "layers-"));
  for (const entry of ["app", "components", "lib", "prisma", "tests", "tsconfig.json", ".dependency-cruiser.cjs"]) {
    cpSync(entry, path.join(copy, entry), { recursive: true });
  }
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
  for (const [file, statement] of plants) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), `${statement};\nexport const planted = true;\n`);
  }
  cruise = cruiseThrough(copy);
});

afterAll(() => rmSync(copy, { recursive: true }));

test("dependency-cruiser reads TypeScript: it counts every planted file and its imports", () => {
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
