import { spawn } from "node:child_process";
import { once } from "node:events";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { programs } from "@/scripts/process/programs";
import { copyDatabase, type TestDatabase } from "@/tests/fixtures/copy-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase(inject("demoTemplate").url);
});
afterAll(() => database.drop());

async function run(...args: string[]) {
  const child = spawn(process.execPath, [...programs.script, "scripts/create-token.ts", ...args], {
    env: { ...process.env, DATABASE_URL: database.url } as unknown as NodeJS.ProcessEnv,
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => pieces.push(piece));
  }
  const [code] = await once(child, "close");
  return { code, output: pieces.join("") };
}

test("the command prints a token with all the person's permissions, and nothing else", async () => {
  const { code, output } = await run("billing@northwind.example", "--name", "deploy");
  expect(output).toMatch(/^\S{40,}\n$/);
  expect(code).toBe(0);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(`select "permissions" from "ApiToken" where "name" = 'deploy'`);
  await client.end();
  expect(rows[0]?.permissions).toContain("billing.invoices.view");
  expect(rows[0]?.permissions).not.toContain("people.members.invite");
});

test("the command says in one line that nobody has the address", async () => {
  expect(await run("nobody@northwind.example")).toEqual({
    code: 1,
    output: "No login found for nobody@northwind.example.\n",
  });
});
