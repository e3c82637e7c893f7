import { expressionOf } from "./conditions";
import type { Expression } from "./expression";
import { cellOf } from "./matrix";
import type { RecordPermission } from "./needs";
import { conditionsIn, maskOf } from "./permission-masks";
import { entryOf } from "./permissions";
import { roleKeys } from "./roles";

/** A Prisma `select` as plain data. */
export interface Select {
  [part: string]: true | { select: Select };
}

/**
 * What `can` reads of a record for this permission, whoever asks, and its id: merge it into the `select` of the query
 * that loads the record.
 */
export function selectFor(permission: RecordPermission): Select {
  const { record, serviceBound } = entryOf(permission);
  const mask = roleKeys.reduce((all, role) => all | maskOf(cellOf(permission, role)), 0);
  const names = [...conditionsIn(mask), ...(serviceBound ? (["withinServices"] as const) : [])];
  return names.reduce<Select>((select, name) => reading(expressionOf(name, record as never), select), { id: true });
}

/** What the predicate of an expression reads, added to what is selected already. */
export function reading(expression: Expression, select: Select = {}): Select {
  switch (expression.op) {
    case "always":
    case "never":
      return select;
    case "and":
    case "or":
      return expression.of.reduce<Select>((all, part) => reading(part, all), select);
    case "not":
      return reading(expression.of, select);
    case "some":
    case "is":
      return { ...select, [expression.relation]: { select: inner(expression, select[expression.relation]) } };
    default:
      return { ...select, [expression.field]: true };
  }
}

/** Prisma refuses an empty `select`, so a relation that is only asked whether it is there is read by its id. */
function inner({ where }: { where: Expression }, known: Select[string] | undefined): Select {
  const parts = reading(where, typeof known === "object" ? known.select : {});
  return Object.keys(parts).length > 0 ? parts : { id: true };
}
