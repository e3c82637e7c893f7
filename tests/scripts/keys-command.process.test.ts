import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { programs } from "@/scripts/process/programs";
import { copyDatabase, type TestDatabase } from "@/tests/fixtures/copy-database";

const key = randomBytes(32).toString("base64");

let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase(inject("demoTemplate").url);
});
afterAll(() => database.drop());

async function run(args: readonly string[], keys = "") {
  const child = spawn(process.execPath, [...programs.script, "scripts/keys.ts", ...args], {
    env: { ...process.env, DATABASE_URL: database.url, KEYS: keys } as unknown as NodeJS.ProcessEnv,
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => pieces.push(piece));
  }
  const [code] = await once(child, "close");
  return { code, output: pieces.join("") };
}

test("keys are listed, rotated and verified, with counts and without any of them", async () => {
  expect(await run(["turn"])).toEqual({ code: 1, output: "Usage: npm run keys -- list | rotate | verify\n" });
  const before = await run(["list"]);
  expect(before.output).toMatch(/^Ring [0-9a-f]{8}\nKey 1: fingerprint [0-9a-f]{32}, \d+ secrets, encrypts\n$/);
  const rotated = await run(["rotate"], `2:${key}`);
  expect(rotated.code).toBe(0);
  expect(rotated.output).toMatch(/ServiceCredential: [1-9]\d* secrets encrypted with key 2/);
  expect((await run(["verify"], `2:${key}`)).output).toMatch(/ServiceCredential: [1-9]\d* secrets, 0 can't be read/);
  const lost = await run(["verify"], `3:${randomBytes(32).toString("base64")}`);
  expect(lost.code).toBe(1);
  expect(lost.output).toMatch(/Key 2 is missing from KEYS\.[\s\S]*secrets can't be read\. Add their key to KEYS/);
  for (const { output } of [before, rotated, lost]) expect(output).not.toContain(key);
});
