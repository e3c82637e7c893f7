import { parse } from "libpg-query";
import { type Effect, effectsOf, type Statement } from "./statement-effect";

/**
 * What a migration does to the tables that were there before it, read by PostgreSQL's own parser. What a script puts
 * together at run time, in a `do` block, is not seen.
 */
export async function migrationEffects(sql: string): Promise<Effect[]> {
  const { stmts = [] } = (await parse(sql)) as { stmts?: { stmt: Statement }[] };
  const made = new Set(stmts.flatMap(({ stmt }) => stmt.CreateStmt?.relation.relname ?? []));
  return stmts.flatMap(({ stmt }) => effectsOf(stmt)).filter(({ table }) => !made.has(table));
}

/**
 * What a migration says of itself. `contract`: the version before no longer runs, and why that is right a release later.
 * `compatible`: why the version before still runs, although a statement looks as if it didn't.
 */
const SAYS_WHY = /^-- (?:contract|compatible): \S.{10,}/m;

/** Why the version before can't run on the schema after a migration, unless the migration says that it may not. */
export async function breakingChanges(sql: string): Promise<string[]> {
  if (SAYS_WHY.test(sql)) return [];
  return (await migrationEffects(sql)).flatMap(({ table, breaks }) => (breaks ? [`${table}: ${breaks}`] : []));
}
