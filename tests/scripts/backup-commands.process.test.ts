import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { programs } from "@/scripts/process/programs";
import { copyDatabase, type TestDatabase } from "@/tests/fixtures/copy-database";
import { urlOf } from "@/tests/fixtures/template-database";

const folder = mkdtempSync(path.join(tmpdir(), "portcullis-backup-"));
const file = path.join(folder, "portal.zip");
const secret = "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe";

let source: TestDatabase;
let target: TestDatabase;
beforeAll(async () => {
  source = await copyDatabase(inject("demoTemplate").url);
  target = await copyDatabase(urlOf(source.url, "template1"));
});
afterAll(async () => {
  await source.drop();
  await target.drop();
  rmSync(folder, { recursive: true });
});

test("a backup is made, recorded and restored by the commands, and the upgrade has nothing left to do", async () => {
  const made = await run("backup", [file], source.url);
  expect(made).toMatchObject({
    code: 0,
    output: expect.stringMatching(/: \d+ tables, \d+ rows, \d+ files, \d+ bytes\nSHA-256 [0-9a-f]{64}\n$/),
  });
  const client = new Client({ connectionString: source.url });
  await client.connect();
  const { rows } = await client.query(`select file, rows > 0 as filled, version from "BackupRun"`);
  await client.end();
  expect(rows).toEqual([{ file: "portal.zip", filled: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) }]);
  expect(await run("backup", [file], source.url)).toEqual({
    code: 1,
    output: `${file} exists already. Choose another name.\n`,
  });

  const pending = await run("upgrade", ["--check"], target.url);
  expect(pending).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+ pending:$/m) });
  const restored = await run("restore", [file], target.url);
  expect(restored.output).toMatch(
    /^Restored \d+ tables with \d+ rows from .*\nRestored \d+ files\.\nLedger: \d+ entries, .* no drift\.\nAccess: \d+ accounts .*\n$/,
  );
  expect(restored.code).toBe(0);
  expect((await run("restore", [file], target.url)).output).toMatch(/^The database isn't empty: .*\n$/);
  const checked = await run("upgrade", ["--check"], target.url);
  expect(checked.output).toMatch(/^Version .*\nNo migrations pending\.\nDisk: .*\nThere is no backup\. .*\n$/);
}, 900_000);

test.each([
  ["backup", [], /^Usage: npm run backup/],
  ["restore", ["--force", "x"], /^Usage: npm run restore/],
  ["restore", ["/nowhere/portal.zip"], /can't be read \(ENOENT\)\.\n$/],
  ["upgrade", ["--chekc"], /^Unknown option\. Usage: npm run upgrade/],
])("%s %j ends in one sentence", async (command, args, sentence) => {
  const { code, output } = await run(command, args, source.url);
  expect(code).toBe(1);
  expect(output).toMatch(sentence);
  expect(output.trim().split("\n")).toHaveLength(1);
});

async function run(command: string, args: readonly string[], url: string) {
  const settings = { DATABASE_URL: url, PORTAL_MODE: "production", PORTAL_SECRET: secret };
  const child = spawn(process.execPath, [...programs.script, `scripts/${command}.ts`, ...args], {
    env: { ...process.env, ...settings } as unknown as NodeJS.ProcessEnv,
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => pieces.push(piece));
  }
  const [code] = await once(child, "close");
  return { code, output: pieces.join("") };
}
