import { subject } from "@casl/ability";
import { accessibleBy, createPrismaAbility } from "@casl/prisma/runtime";
import fc from "fast-check";
import type { Attributes, Expression } from "@/lib/policy/expression";
import { rowsWhere, toPrismaWhere } from "@/lib/policy/filter";
import { predicateOf } from "@/lib/policy/predicate";
import { resolve } from "@/lib/policy/resolve";
import { anExpression } from "../../tests/policy/list-check/an-expression";
import type { Laboratory, Row } from "../../tests/policy/list-check/laboratory";
import { aReader, aWorld, insert, related, things } from "../../tests/policy/list-check/things";
import { naiveWhere } from "./naive-where";

/** For how many conditions the list and the check disagree on at least one record. */
export interface Disagreements {
  conditions: number;
  ours: number;
  casl: number;
}

/** Tests both with the same random conditions over nullable data, on a real database. */
export async function countDisagreements(laboratory: Laboratory, conditions: number): Promise<Disagreements> {
  const world = aWorld(60, 1);
  await insert(laboratory, world);
  const rows = related(world);
  const table = laboratory.table("thing");
  const list = async (where: unknown) => (await table.findMany({ where, select: { id: true } })).map(({ id }) => id);

  const count: Disagreements = { conditions, ours: 0, casl: 0 };
  const drawn = fc.sample(fc.tuple(anExpression(things, "thing", 3), aReader), { numRuns: conditions, seed: 2 });
  for (const [expression, reader] of drawn) {
    const mine = await answersOfOurs(expression, reader, rows, list);
    if (!agree(mine.checked, mine.listed)) count.ours++;
    const theirs = await answersOfCasl(resolve(expression, reader), rows, list);
    if (!agree(theirs.checked, theirs.listed)) count.casl++;
  }
  return count;
}

interface Answers {
  checked: string[];
  listed: string[];
}

type List = (where: unknown) => Promise<string[]>;

async function answersOfOurs(expression: Expression, reader: Attributes, rows: Row[], list: List): Promise<Answers> {
  const allowed = predicateOf(things, "thing", expression);
  const checked = rows.filter((row) => allowed(row, reader)).map(({ id }) => id);
  return { checked, listed: await list(toPrismaWhere(rowsWhere(things, "thing", expression, reader))) };
}

async function answersOfCasl(condition: Expression, rows: Row[], list: List): Promise<Answers> {
  const conditions = naiveWhere(things, "thing", condition);
  const ability = createPrismaAbility([{ action: "read", subject: "thing", conditions }]);
  const checked = rows.filter((row) => ability.can("read", subject("thing", { ...row }) as never)).map(({ id }) => id);
  return { checked, listed: await list(accessibleBy(ability, "read").ofType("thing" as never)) };
}

function agree(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((id) => right.has(id));
}
