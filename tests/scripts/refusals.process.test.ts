import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import getPort from "get-port";
import { describe, expect, inject, test } from "vitest";
import { programs } from "@/scripts/process/programs";
import { copyDatabase } from "@/tests/fixtures/copy-database";
import { urlOf } from "@/tests/fixtures/template-database";

const ownSecret = "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe";
const nowhere = "postgresql://someone:hidden@127.0.0.1:1/nothing";

describe("the demo exits with one line", () => {
  test("if its port is in use on any address", async () => {
    for (const host of ["0.0.0.0", "127.0.0.1"]) {
      const server = createServer().listen(0, host);
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const result = await run("demo", [], { PORT: String(port) });
      expect(result).toEqual({
        code: 1,
        output: `Port ${port} is in use. Stop the process using it, or set PORT to another port.\n`,
      });
      server.close();
    }
  });

  test("if its port is invalid", async () => {
    const result = await run("demo", [], { PORT: "web" });
    expect(result).toEqual({ code: 1, output: "PORT must be a whole number from 1 to 65535: see .env.example.\n" });
  });

  test("if its database can't be reached, without the password", async () => {
    const { code, output } = await run("demo", [], { DATABASE_URL: nowhere });
    expect(code).toBe(1);
    expect(output).toMatch(/^Couldn't connect to the database nothing at 127\.0\.0\.1:1 \(.*ECONNREFUSED.*\)\. .*\n$/);
    expect(output).not.toContain("hidden");
  });

  test("if it is asked to delete a database that isn't its own", async () => {
    const { code, output } = await run("demo", ["--fresh"], { DATABASE_URL: nowhere });
    expect(code).toBe(1);
    expect(output).toMatch(/^--fresh only deletes the embedded database\. .*\n$/);
  });

  test("if an option is unknown", async () => {
    const { code, output } = await run("demo", ["--frehs"]);
    expect(code).toBe(1);
    expect(output).toMatch(/^Unknown option\. Usage: .*\n$/);
  });
});

describe("production refuses to start", () => {
  test.each([
    ["without a secret", {}, /^PORTAL_SECRET is missing: see \.env\.example\.\n$/],
    [
      "with the demo's secret",
      { PORTAL_SECRET: `demo-${ownSecret}` },
      /^PORTAL_SECRET is a publicly known sample\. .*\n$/,
    ],
    ["without a database", { PORTAL_SECRET: ownSecret, DATABASE_URL: "" }, /^DATABASE_URL is missing: .*\n$/],
  ])("%s", async (_what, env, sentence) => {
    for (const command of ["start", "worker"]) {
      const { code, output } = await run(command, [], { DATABASE_URL: nowhere, ...env });
      expect(code).toBe(1);
      expect(output).toMatch(sentence);
    }
  });

  test("and so does the worker if the database can't be reached", async () => {
    const { code, output } = await run("worker", [], { DATABASE_URL: nowhere, PORTAL_SECRET: ownSecret });
    expect(code).toBe(1);
    expect(output).toMatch(/^Couldn't connect to the database nothing at 127\.0\.0\.1:1/);
  });
});

test("sample data is rejected in production", async () => {
  const { code, output } = await run("seed", [], {
    DATABASE_URL: nowhere,
    PORTAL_MODE: "production",
    PORTAL_SECRET: ownSecret,
  });
  expect(code).toBe(1);
  expect(output).toMatch(/^Sample data can't be loaded in production\. .*\n$/);
});

describe("a database command exits with one line", () => {
  test("if the database can't be reached", async () => {
    for (const [command, args] of [
      ["create-token", ["owner@northwind.example"]],
      ["verify-ledger", []],
      ["keys", ["list"]],
    ] as const) {
      const { code, output } = await run(command, [...args], { DATABASE_URL: nowhere });
      expect(code).toBe(1);
      expect(output).toMatch(/^Couldn't connect to the database nothing at 127\.0\.0\.1:1 .*\n$/);
      expect(output).not.toContain("hidden");
    }
  });

  test("if the database is empty", async () => {
    const empty = urlOf(inject("templateUrl"), "postgres");
    const { code, output } = await run("create-token", ["owner@northwind.example"], { DATABASE_URL: empty });
    expect([code, output]).toEqual([1, "The database has no portal tables. Run npm run db:migrate first.\n"]);
  });
});

test("an invalid token request exits with one line, as on the profile page", async () => {
  const database = await copyDatabase(inject("demoTemplate").url);
  const args = ["owner@northwind.example", "--name", "x".repeat(81)];
  const { code, output } = await run("create-token", args, { DATABASE_URL: database.url });
  await database.drop();
  expect([code, output]).toEqual([1, "name: Use at most 80 characters.\n"]);
});

async function run(command: string, args: string[], env: Record<string, string> = {}) {
  const blank = { DATABASE_URL: "", PORTAL_MODE: "", PORTAL_SECRET: "", PORTAL_URL: "", NODE_ENV: "" };
  const child = spawn(process.execPath, [...programs.script, `scripts/${command}.ts`, ...args], {
    env: {
      ...process.env,
      ...blank,
      PORT: String(await getPort({ host: "127.0.0.1" })),
      ...env,
    } as unknown as NodeJS.ProcessEnv,
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => pieces.push(piece));
  }
  const [code] = await once(child, "close");
  return { code, output: pieces.join("") };
}
