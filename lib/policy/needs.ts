import type { ReadsOf } from "./builder";
import type { ConditionName, Conditions } from "./conditions";
import type { catalogue, Permission } from "./permissions";
import type { RecordType } from "./records";

type Entry<P extends Permission> = (typeof catalogue)[P];
type Split<Cell> = Cell extends `${infer A}|${infer B}` ? A | Split<B> : Cell;

/** The conditions under which some role has a permission, the limit to services included. */
export type ConditionsOf<P extends Permission> =
  | Extract<Split<(typeof catalogue)[P]["cells"][number]>, ConditionName>
  | (Entry<P> extends { serviceBound: true } ? "withinServices" : never);

/** The permissions whose check looks at a record. */
export type ConditionalPermission = {
  [P in Permission]: [ConditionsOf<P>] extends [never] ? never : P;
}[Permission];

/** The permissions whose answer is the same for every record. */
export type PlainPermission = Exclude<Permission, ConditionalPermission>;

/** The permissions that are about a kind of record, and so can filter a list of them. */
export type RecordPermission = {
  [P in Permission]: Entry<P> extends { record: RecordType } ? P : never;
}[Permission];

export type RecordTypeOf<P extends Permission> = Entry<P> extends { record: infer R extends RecordType } ? R : never;

type Reads<C, R> = C extends ConditionName
  ? R extends keyof Conditions[C]["on"]
    ? (record: ReadsOf<Conditions[C]["on"][R]>) => void
    : never
  : never;

/** What must be loaded of a record to check a permission over it, whoever asks. */
export type RecordFor<P extends Permission> =
  Reads<ConditionsOf<P>, RecordTypeOf<P>> extends (record: infer Shape) => void ? Shape : never;
