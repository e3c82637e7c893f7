import type { ConditionName, Conditions } from "./conditions";
import { catalogue, type Permission } from "./permissions";
import type { RecordType } from "./records";
import { type Role, roleKeys } from "./roles";

type ConditionOn<R> = {
  [C in ConditionName]: R extends keyof Conditions[C]["on"]
    ? Exclude<C, `${string}ithinServices` | "ifGranted">
    : never;
}[ConditionName];

type RecordOf<P extends Permission> = (typeof catalogue)[P] extends { record: infer R extends RecordType } ? R : never;

/** Conditions are only allowed where they apply to the record; service-bound cells are `always`, so a limit can replace it. */
type CellOf<P extends Permission> =
  | "no"
  | "always"
  | ConditionOn<RecordOf<P>>
  | `${ConditionOn<RecordOf<P>>}|${ConditionOn<RecordOf<P>>}`;

type Row<P extends Permission> = readonly [
  owner: CellOf<P>,
  administrator: CellOf<P>,
  billing: CellOf<P>,
  support: CellOf<P>,
  agent: CellOf<P>,
  accounting: CellOf<P>,
  manager: CellOf<P>,
  self: CellOf<P>,
];

/** Fails to compile if a condition doesn't apply to the record of its row, or a column is missing. */
catalogue satisfies { [P in Permission]: { cells: Row<P> } };

/** A cell: `always`, a condition, or alternatives joined by `|`. */
export type Cell = Exclude<(typeof catalogue)[Permission]["cells"][number], "no">;

/** The cell of a role, or undefined for no. */
export function cellOf(permission: Permission, role: Role): Cell | undefined {
  const cell = catalogue[permission].cells[roleKeys.indexOf(role) as 0];
  return (cell as string) === "no" ? undefined : (cell as Cell);
}
