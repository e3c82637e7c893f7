import { expressionOf } from "./conditions";
import type { Expression } from "./expression";
import { cellOf } from "./matrix";
import type { RecordPermission } from "./needs";
import { conditionsIn, departmentConditions, maskOf } from "./permission-masks";
import { entryOf } from "./permissions";
import { recusalFrom } from "./recusal";
import { roleKeys } from "./roles";

/** A Prisma `select` as plain data. */
export interface Select {
  [part: string]: true | { select: Select };
}

/**
 * The fields `can` reads for this permission, for any viewer, plus the id. Merge it into the `select` of the query that
 * loads the record.
 */
export function selectFor(permission: RecordPermission): Select {
  const { record, serviceBound, departmentBound, perRecord } = entryOf(permission);
  const mask = roleKeys.reduce((all, role) => all | maskOf(cellOf(permission, role)), 0);
  const names = [
    ...conditionsIn(mask),
    ...(serviceBound ? (["withinServices"] as const) : []),
    ...(departmentBound ? departmentConditions : []),
    ...(perRecord ? (["ifGranted"] as const) : []),
  ];
  const recusal = recusalFrom(permission);
  return names.reduce<Select>(
    (select, name) => reading(expressionOf(name, record as never), select),
    recusal ? reading(recusal, { id: true }) : { id: true },
  );
}

/** Adds the fields an expression reads to a selection. */
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

/** Prisma refuses an empty `select`, so a relation checked only for existence selects its id. */
function inner({ where }: { where: Expression }, known: Select[string] | undefined): Select {
  const parts = reading(where, typeof known === "object" ? known.select : {});
  return Object.keys(parts).length > 0 ? parts : { id: true };
}
