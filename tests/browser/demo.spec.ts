import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "@playwright/test";
import getPort from "get-port";
import { Client } from "pg";
import { programs } from "@/scripts/process/programs";

const server = process.env.PORTAL_TEST_DATABASE_URL ?? "";
const name = `portcullis_demo_${randomBytes(6).toString("hex")}`;
const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;

test.beforeAll(() => query(server, `create database ${name}`));
test.afterAll(() => query(server, `drop database ${name} with (force)`));

test("the demo runs, stops everything it started on Ctrl-C, and keeps its data for the next run", async () => {
  test.setTimeout(300_000);
  const first = await startDemo();
  expect((await fetch(`${first.address}/readyz`)).status).toBe(200);
  await query(databaseUrl, `update "Person" set name = 'Kept' where email = 'owner@globex.example'`);
  await stopDemo(first.demo);

  const second = await startDemo();
  const [owner] = await query(databaseUrl, `select name from "Person" where email = 'owner@globex.example'`);
  expect(owner).toEqual({ name: "Kept" });
  await stopDemo(second.demo);
  const connections = await query(server, `select from pg_stat_activity where datname = '${name}'`);
  expect(connections).toEqual([]);
});

async function startDemo(): Promise<{ demo: ChildProcess; address: string }> {
  const demo = spawn(process.execPath, [...programs.script, "scripts/demo.ts"], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(await getPort({ host: "127.0.0.1" })) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  demo.stderr.pipe(process.stderr);
  let address = "";
  for await (const line of createInterface({ input: demo.stdout })) {
    address ||= /running at (\S+)/.exec(line)?.[1] ?? "";
    if (line.includes("Press Ctrl-C to stop")) return { demo, address };
  }
  throw new Error("The demo ended before it was ready.");
}

/** Every process of the demo inherits its stderr: "close" means that the last one has ended. */
async function stopDemo(demo: ChildProcess): Promise<void> {
  const closed = once(demo, "close");
  demo.stdout?.resume();
  demo.kill("SIGINT");
  expect(await closed).toEqual([0, null]);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}
