import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const FOLDER = "prisma/migrations";
const migrations = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** What PostgreSQL 14, which is supported, does not parse. */
const newer = {
  "a list of columns to set null (15)": /SET\s+(?:NULL|DEFAULT)\s*\(\s*"/i,
  "NULLS NOT DISTINCT (15)": /NULLS\s+NOT\s+DISTINCT/i,
  "MERGE (15)": /^\s*MERGE\s+INTO/im,
  "security_invoker (15)": /security_invoker/i,
  "IS JSON (16)": /\bIS\s+(?:NOT\s+)?JSON\b/i,
  "JSON_TABLE (17)": /\bJSON_(?:TABLE|QUERY|VALUE|EXISTS|SCALAR)\s*\(/i,
  "uuidv7 (18)": /\buuidv7\s*\(/i,
  "virtual generated columns (18)": /GENERATED\s+ALWAYS\s+AS\s*\([^;]*?\)\s*VIRTUAL/i,
};

it("finds what is too new", () => {
  expect('REFERENCES "A"("b") ON DELETE SET NULL ("c")').toMatch(newer["a list of columns to set null (15)"]);
  expect("ON DELETE SET NULL ON UPDATE").not.toMatch(newer["a list of columns to set null (15)"]);
});

it.each(migrations.map(({ name }) => name))("%s uses nothing newer than PostgreSQL 14", (name) => {
  const sql = readFileSync(path.join(FOLDER, name, "migration.sql"), "utf8");
  expect(Object.entries(newer).flatMap(([what, pattern]) => (pattern.test(sql) ? [what] : []))).toEqual([]);
});
