import type { ReadsOf } from "./builder";
import type { ConditionName, Conditions } from "./conditions";
import type { DepartmentCondition } from "./permission-masks";
import type { catalogue, Permission } from "./permissions";
import type { RecordType } from "./records";
import type { RecusalOf } from "./recusal";

type Entry<P extends Permission> = (typeof catalogue)[P];
type Split<Cell> = Cell extends `${infer A}|${infer B}` ? A | Split<B> : Cell;

/** The conditions any role has for a permission, including the limits to services and departments. */
export type ConditionsOf<P extends Permission> =
  | Extract<Split<(typeof catalogue)[P]["cells"][number]>, ConditionName>
  | (Entry<P> extends { serviceBound: true } ? "withinServices" : never)
  | (Entry<P> extends { departmentBound: true } ? DepartmentCondition : never)
  | (Entry<P> extends { perRecord: true } ? "ifGranted" : never);

type IsRecusable<P extends Permission> = Entry<P> extends { recusable: true } ? true : false;

/** Permissions whose check reads a record. */
export type ConditionalPermission = {
  [P in Permission]: [ConditionsOf<P>, IsRecusable<P>] extends [never, false] ? never : P;
}[Permission];

/** Permissions whose answer is the same for every record. */
export type PlainPermission = Exclude<Permission, ConditionalPermission>;

/** Permissions about a kind of record, which can therefore filter a list. */
export type RecordPermission = {
  [P in Permission]: Entry<P> extends { record: RecordType } ? P : never;
}[Permission];

export type RecordTypeOf<P extends Permission> = Entry<P> extends { record: infer R extends RecordType } ? R : never;

type Reads<C, R> = C extends ConditionName
  ? R extends keyof Conditions[C]["on"]
    ? (record: ReadsOf<Conditions[C]["on"][R]>) => void
    : never
  : never;

/** The fields that must be loaded to check a permission on a record, for any viewer. */
export type RecordFor<P extends Permission> =
  Reads<ConditionsOf<P>, RecordTypeOf<P>> extends (record: infer Shape) => void
    ? IsRecusable<P> extends true
      ? Shape & RecusalOf<RecordTypeOf<P>>
      : Shape
    : never;
