import type { ReadsOf } from "./builder";
import { always, type Expression } from "./expression";
import { and, type RowFilter, rowsWhere } from "./filter";
import { predicateOf } from "./predicate";
import type { Loaded } from "./record-schema";
import { records } from "./records";
import { recusals } from "./recusal";
import type { Viewer } from "./viewer";

type Recusable = keyof typeof recusals;

/**
 * Is the viewer, or whoever looks as them, recused from this record? For kinds of records that have no permission of their own;
 * where there is one, its check asks by itself.
 */
export function isRecusedFrom<R extends Recusable>(
  viewer: Viewer,
  type: R,
  record: ReadsOf<(typeof recusals)[R]>,
): boolean {
  const recused = predicateOf(records, type, recusals[type].expression);
  return recused(record as Loaded, viewer) || (viewer.looker !== null && isRecusedFrom(viewer.looker, type, record));
}

/** The records of a kind from which neither the viewer nor whoever looks as them is recused: the same as a filter. */
export function rowsNotRecused<R extends Recusable>(viewer: Viewer, type: R): RowFilter<R> {
  const recusal: Expression = recusals[type].expression;
  const rows = rowsWhere(records, type, { op: "and", of: [always, { op: "not", of: recusal }] }, viewer);
  return viewer.looker === null ? rows : and(rows, rowsNotRecused(viewer.looker, type));
}
