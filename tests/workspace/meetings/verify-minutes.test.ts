import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "minutes-"));
afterAll(() => rmSync(folder, { recursive: true }));

function verify(contents: string | null, program = "scripts/verify-minutes.mjs") {
  const file = path.join(folder, "record.json");
  rmSync(file, { force: true });
  if (contents !== null) writeFileSync(file, contents);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, file], { encoding: "utf8" });
  return { code: status, said: `${stdout}${stderr}`.replaceAll(file, "FILE") };
}

const record = { items: [], signedAt: "2026-03-08T09:00:00.000Z", signedBy: "Bea" };
const hash = createHash("sha256").update(JSON.stringify(record)).digest("hex");
const signed = JSON.stringify({ hash, record, items: [] });

test("signed minutes are confirmed, also by a link to the program", () => {
  const link = path.join(folder, "verify.mjs");
  symlinkSync(path.resolve("scripts/verify-minutes.mjs"), link);
  for (const program of ["scripts/verify-minutes.mjs", link]) {
    const { code, said } = verify(signed, program);
    expect([code, said]).toEqual([0, expect.stringContaining("These minutes are as Bea signed them")]);
  }
  expect(verify(signed.replace("Bea", "Bob"))).toEqual({
    code: 1,
    said: "The record does not have the hash that was signed.\n",
  });
});

test.each([
  ["isn't there", null, /^FILE can't be read: ENOENT: .*\n$/],
  ["isn't JSON", "%PDF-1.7", /^FILE can't be read: .*\n$/],
  ["is something else", "[]", /^FILE isn't the signed record of minutes\.\n$/],
])("a file that %s is refused in one sentence", (_what, contents, sentence) => {
  const { code, said } = verify(contents);
  expect(code).toBe(2);
  expect(said).toMatch(sentence);
});
