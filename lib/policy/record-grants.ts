import { type ConditionName, expressionOf, GRANTED } from "./conditions";
import { departments } from "./departments";
import type { Expression } from "./expression";
import { entryOf, type Permission } from "./permissions";
import type { RecordType } from "./records";
import { isOver, type RecordGrant, type Subject } from "./subject";

/** The kinds of records on which a permission can be granted for a while. */
export type GrantableRecord = "service" | "ticket";

/** The permission that shows a record of the kind. Whoever lacks it there must not learn that the record exists. */
export const viewPermissionOf = {
  service: "services.view",
  ticket: "support.tickets.view",
} as const satisfies Record<GrantableRecord, Permission>;

/** The kind of record on which the permission can be granted alone; null if it can't be. */
export function grantableOn(permission: Permission): GrantableRecord | null {
  const { perRecord, record } = entryOf(permission);
  return perRecord && (record === "service" || record === "ticket") ? record : null;
}

type Granted = Pick<Subject, "recordGrants" | "now">;

/** The grants on single records that still count. One for a permission that isn't granted on single records never does. */
export const liveGrants = ({ recordGrants = [], now }: Granted): readonly RecordGrant[] =>
  recordGrants.filter(({ permission, endsAt }) => grantableOn(permission) !== null && !isOver(endsAt, now));

/** A condition as it applies to one permission: each has its own set of single records. */
export function conditionOf(name: ConditionName, record: RecordType, permission: Permission): Expression {
  const expression = expressionOf(name, record);
  return name === "ifGranted" ? forPermission(expression, permission) : expression;
}

function forPermission(expression: Expression, permission: Permission): Expression {
  if (expression.op === "and") return { op: "and", of: expression.of.map((part) => forPermission(part, permission)) };
  return expression.op === "inSet" && expression.set === GRANTED
    ? { ...expression, set: grantedSet(permission) }
    : expression;
}

const grantedSet = (permission: Permission): string => `${GRANTED}:${permission}`;

type Holder = Granted & Pick<Subject, "departmentsOff">;

/** The sets that `ifGranted` reads; none for the many without such a grant. */
export function grantedSets(subject: Holder): Record<string, ReadonlySet<string>> {
  const live = liveGrants(subject);
  if (live.length === 0) return {};
  const left = departments.filter((one) => !subject.departmentsOff.includes(one));
  const sets: Record<string, ReadonlySet<string>> = { departments: new Set(left) };
  for (const { permission } of live) sets[grantedSet(permission)] = new Set(recordsOf(live, permission));
  return sets;
}

/** The records on which the permission was granted alone. */
export const recordsOf = (grants: readonly Pick<RecordGrant, "permission" | "recordId">[], permission: Permission) =>
  grants.filter((one) => one.permission === permission).map(({ recordId }) => recordId);
