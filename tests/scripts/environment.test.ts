import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCommandEnvironment, readEnvironment } from "@/lib/platform/config/env";
import { settingNames } from "@/tests/fixtures/setting-names";

const database = { DATABASE_URL: "postgresql://portal:word@db.example:5432/portal" };
const ownSecret = "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe";

describe("the portal's settings", () => {
  test("development needs a database and nothing else", () => {
    expect(readEnvironment(database)).toMatchObject({
      PORTAL_MODE: "development",
      PORTAL_URL: "http://localhost:3000",
      TRUSTED_PROXY_HOPS: 0,
      COMPANY_NAME: "Portcullis",
    });
  });

  test("production is assumed from NODE_ENV, and requires its own secret", () => {
    const settings = readEnvironment({ ...database, NODE_ENV: "production", PORTAL_SECRET: ownSecret, PORT: "8080" });
    expect(settings).toMatchObject({ PORTAL_MODE: "production", PORT: 8080, PORTAL_URL: "http://localhost:8080" });
  });

  test("a pooler needs the URL of PostgreSQL itself, which without one is the same", () => {
    const direct = "postgresql://portal:word@db.example:5433/portal";
    expect(readEnvironment(database).DATABASE_DIRECT_URL).toBe(database.DATABASE_URL);
    const pooled = { ...database, DATABASE_POOLER: "transaction" };
    expect(() => readEnvironment(pooled)).toThrow("DATABASE_DIRECT_URL is missing: DATABASE_POOLER needs it");
    expect(readEnvironment({ ...pooled, DATABASE_DIRECT_URL: direct }).DATABASE_DIRECT_URL).toBe(direct);
    expect(() => readEnvironment({ ...pooled, DATABASE_POOLER: "session" })).toThrow(
      "DATABASE_POOLER must be transaction",
    );
  });

  test("Stripe needs all of its settings or none", () => {
    const whole = {
      STRIPE_SECRET_KEY: "sk_test_1",
      STRIPE_PUBLISHABLE_KEY: "pk_test_1",
      STRIPE_WEBHOOK_SECRET: "whsec_1",
    };
    expect(readEnvironment({ ...database, ...whole })).toMatchObject(whole);
    expect(() => readEnvironment({ ...database, STRIPE_SECRET_KEY: "sk_test_1" })).toThrow(
      "STRIPE_PUBLISHABLE_KEY is missing: see .env.example.\nSTRIPE_WEBHOOK_SECRET is missing",
    );
    expect(() => readEnvironment({ ...database, ...whole, STRIPE_SECRET_KEY: "pk_test_1" })).toThrow(
      "STRIPE_SECRET_KEY must",
    );
  });

  test.each([
    ["no database", { PORTAL_SECRET: ownSecret }, "DATABASE_URL is missing"],
    ["an empty database", { PORTAL_SECRET: ownSecret, DATABASE_URL: " " }, "DATABASE_URL is missing"],
    ["no secret", database, "PORTAL_SECRET is missing"],
    ["a short secret", { ...database, PORTAL_SECRET: "short" }, "PORTAL_SECRET must have at least 32 characters"],
    [
      "the demo's secret",
      { ...database, PORTAL_SECRET: `demo-${ownSecret}` },
      "PORTAL_SECRET is a publicly known sample",
    ],
    [
      "the development secret",
      { ...database, PORTAL_SECRET: readEnvironment(database).PORTAL_SECRET },
      "PORTAL_SECRET is a publicly known sample",
    ],
    [
      "keys that aren't",
      { ...database, PORTAL_SECRET: ownSecret, KEYS: "2:short" },
      "KEYS must be numbered keys of 32",
    ],
    [
      "a key twice",
      { ...database, PORTAL_SECRET: ownSecret, KEYS: `2:${"A".repeat(43)}=,2:${"B".repeat(42)}A=` },
      "KEYS must be numbered keys of 32",
    ],
    ["a MySQL", { PORTAL_SECRET: ownSecret, DATABASE_URL: "mysql://db/portal" }, "DATABASE_URL must be a URL like"],
    ["a bad port", { ...database, PORTAL_SECRET: ownSecret, PORT: "70000" }, "PORT must be a whole number"],
    ["a bad hop count", { ...database, PORTAL_SECRET: ownSecret, TRUSTED_PROXY_HOPS: "-1" }, "TRUSTED_PROXY_HOPS must"],
  ])("production refuses %s in one sentence", (_what, source, sentence) => {
    const read = () => readEnvironment({ ...source, PORTAL_MODE: "production" });
    expect(read).toThrow(sentence);
    expect(read).not.toThrow("\n");
  });

  test("keys are read in their order, the one that writes first", () => {
    const [two, one] = [Buffer.alloc(32, 2), Buffer.alloc(32, 1)];
    const KEYS = `2:${two.toString("base64")}, 1:${one.toString("base64url")}`;
    expect(readEnvironment({ ...database, KEYS }).KEYS).toEqual([
      { id: 2, key: two },
      { id: 1, key: one },
    ]);
    expect(readEnvironment({ ...database, KEYS: "1:derived" }).KEYS).toEqual([{ id: 1, key: null }]);
  });

  test("a URL is reduced to its origin", () => {
    expect(readEnvironment({ ...database, PORTAL_URL: "https://portal.example/a/?b" }).PORTAL_URL).toBe(
      "https://portal.example",
    );
  });

  test("a command reads its settings without a database", () => {
    expect(readCommandEnvironment({ PORT: "4000" })).toEqual({ PORT: 4000 });
  });
});

test("only lib/platform/config/env.ts reads the environment of the portal", () => {
  const files = globSync("{app,components,lib}/**/*.{ts,tsx}", { exclude: ["lib/platform/db/generated/**"] });
  // Passing a setting on to a package that only looks there isn't reading it.
  const readers = files.filter((file) => /process\.env(?!\.\w+ = )/.test(readFileSync(file, "utf8")));
  expect(readers).toEqual(["lib/platform/config/env.ts"]);
});

test(".env.example lists every setting and no others", () => {
  const named = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_\d]+)=/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(settingNames);
});
