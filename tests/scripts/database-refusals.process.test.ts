import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { programs } from "@/scripts/process/programs";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";
import { type PortalLogin, portalLogin } from "@/tests/fixtures/portal-login";

const secret = "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe";

let database: TestDatabase;
let login: PortalLogin;
beforeAll(async () => {
  database = await freshDatabase();
  login = await portalLogin(database.url);
});
afterAll(async () => {
  await login.drop();
  await database.drop();
});

async function asOwner(sql: string): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function run(command: string, args: string[] = [], env: Record<string, string> = {}, input = "") {
  const blank = { PORTAL_MODE: "", PORTAL_URL: "", NODE_ENV: "", SMTP_URL: "", DATABASE_MIGRATION_URL: "" };
  const child = spawn(process.execPath, [...programs.script, `scripts/${command}.ts`, ...args], {
    env: {
      ...process.env,
      ...blank,
      DATABASE_URL: login.url,
      PORTAL_SECRET: secret,
      ...env,
    } as unknown as NodeJS.ProcessEnv,
  });
  child.stdin.end(input);
  const [output, errors] = [text(child.stdout), text(child.stderr)];
  const [code] = await once(child, "close");
  return { code, output: await output, errors: await errors };
}

/** Each of them ends with exactly this sentence. */
async function allSay(
  commands: [string, string[]][],
  sentence: RegExp,
  env: Record<string, string> = {},
): Promise<void> {
  const results = await Promise.all(commands.map(([command, args]) => run(command, args, env)));
  for (const { code, errors } of results) {
    expect(errors).toMatch(sentence);
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  }
}

const manager = ["--email", "ana@host.example", "--name", "Ana Lopez"];
const anyone: [string, string[]][] = [
  ["worker", []],
  ["setup", manager],
  ["create-token", ["ana@host.example"]],
];

describe("one sentence and no stack", () => {
  test("for a missing migration", async () => {
    const rename = (from: string, to: string) =>
      asOwner(`update _prisma_migrations set migration_name = '${to}' where migration_name = '${from}'`);
    await rename("20261128082506_first_run", "20261128082506_another");
    await allSay(anyone, /^Migration 20261128082506_first_run is missing\. /);
    await rename("20261128082506_another", "20261128082506_first_run");
  });

  test("for a missing right", async () => {
    await asOwner(`revoke portcullis_identity from ${login.name}`);
    await allSay(anyone, /^The database user "\w+" may not act as portcullis_identity\. /);
    await asOwner(`grant portcullis_identity to ${login.name}`);
  });

  test("for too many rights in production", async () => {
    const processes = anyone.filter(([command]) => command !== "create-token");
    await allSay(processes, /^The database user "\w+" bypasses row-level security\. /, { DATABASE_URL: database.url });
  });

  test("for a user who can't prepare the database", async () => {
    await allSay([["migrate", []]], /^The database user "portal_\w+" can't prepare the database: /);
  });

  test("for setup arguments that make no sense", async () => {
    const [, , { code, errors }] = await Promise.all([
      allSay([["setup", ["--email", "ana", "--name", "Ana"]]], /^email: Enter an email address/),
      allSay([["setup", [...manager, "--company", "Host Ltd"]]], /^address: Enter the address\.$/m),
      run("setup", ["--mail", "x"]),
    ]);
    expect([code, errors]).toEqual([1, expect.stringMatching(/^Unknown option '--mail'.*\nUsage: /)]);
  });
});

test("setup and doctor: from an empty portal to a manager, a seller and a checked secret", async () => {
  const before = await run("doctor", ["--json"]);
  expect(before.code).toBe(1);
  const stateOf = (output: string, check: string) =>
    (JSON.parse(output) as { check: string; state: string }[])
      .filter((one) => one.check === check)
      .map(({ state }) => state);
  for (const [check, state] of [
    ["database", "ok"],
    ["database user", "ok"],
    ["migrations", "ok"],
    ["clock", "ok"],
    ["notifications", "ok"],
    ["worker", "problem"],
    ["team", "problem"],
    ["seller", "problem"],
  ] as const) {
    expect(stateOf(before.output, check), check).toEqual([state]);
  }

  const company = ["--company", "Host Ltd", "--address", "1 Main Street; Dublin 2", "--country", "ie"];
  const both = await Promise.all(
    ["ana", "ben"].map((name) => run("setup", ["--email", `${name}@host.example`, "--name", name, ...company])),
  );
  expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
  const [done] = both.filter(({ code }) => code === 0);
  expect(done?.output).toMatch(
    /is the first manager of this portal\.\nChoose the password .*\n\n.*\/reset-password\/[\w-]{43}\n/,
  );
  expect(both.find(({ code }) => code === 1)?.errors).toMatch(/^This portal is already set up\. /);
  expect((await run("setup", ["--link"])).errors).toMatch(/^This portal is already set up\. /);

  const after = await run("doctor", ["--json"]);
  expect([stateOf(after.output, "team"), stateOf(after.output, "seller")]).toEqual([["ok"], ["ok"]]);
  expect(stateOf(after.output, "PORTAL_SECRET")).toEqual(["ok", "ok"]);

  const other = { PORTAL_SECRET: `${secret}-another` };
  await allSay([["worker", []]], /^PORTAL_SECRET isn't the one this database was set up with\. /, other);
  expect(stateOf((await run("doctor", ["--json"], other)).output, "PORTAL_SECRET")).toEqual(["ok", "problem"]);
  expect((await run("setup", ["--replace-secret"], other)).code).toBe(0);
  expect(stateOf((await run("doctor", ["--json"], other)).output, "PORTAL_SECRET")).toEqual(["ok", "ok"]);
});
