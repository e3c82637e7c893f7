import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SESSION_LOCK = /pg_(?:try_)?advisory_(?:lock|unlock)\w*/i;

const files = globSync(["{app,bench,lib,prisma,scripts}/**/*.{ts,tsx,sql}"]).filter((file) => !/generated/.test(file));

test("an advisory lock ends with its transaction, because a pooler gives the connection to somebody else", () => {
  const found = files.filter((file) => SESSION_LOCK.test(readFileSync(file, "utf8")));
  expect(files.length).toBeGreaterThan(500);
  expect(found).toEqual([]);
});

test.each(["pg_advisory_lock(1)", "pg_try_advisory_lock(1)", "pg_advisory_lock_shared(1)", "pg_advisory_unlock_all()"])(
  "%s would be found",
  (call) => expect(call).toMatch(SESSION_LOCK),
);

test("a lock of a transaction is allowed", () => {
  expect("pg_advisory_xact_lock(1) pg_try_advisory_xact_lock(1)").not.toMatch(SESSION_LOCK);
});
