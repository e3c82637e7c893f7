import { type ConditionName, conditionNames } from "./conditions";
import { type Department, departments } from "./departments";
import { type Cell, cellOf } from "./matrix";
import { type Permission, permissionKeys } from "./permissions";
import { type Role, roleKeys } from "./roles";

/**
 * The matrix, compiled. A permission has an index, a cell is a mask: nothing set is no, bit 0 is always, every other bit
 * is a condition of which one is enough. Holding two roles is the bitwise or of their cells.
 */
export type PermissionMasks = Int32Array;

export const ALWAYS = 1;

/** The index of every permission. Has no prototype, so that no other key matches. */
export const indexOf: Readonly<Record<Permission, number>> = Object.assign(
  Object.create(null),
  Object.fromEntries(permissionKeys.map((key, index) => [key, index])),
);

/** The mask of a permission; 0 for an unknown one. */
export function maskAt(cells: PermissionMasks, permission: Permission): number {
  return cells[indexOf[permission]] ?? 0;
}

export function bitOf(condition: ConditionName): number {
  return 2 << conditionNames.indexOf(condition);
}

export const WITHIN_SERVICES = bitOf("withinServices");
export const IF_GRANTED = bitOf("ifGranted");

/** What is left of `always`, and of a limit to chosen services, for a department that wasn't taken away. */
const byDepartment = {
  support: { all: "ifSupport", limited: "supportWithinServices" },
  billing: { all: "ifBilling", limited: "billingWithinServices" },
  sales: { all: "ifSales", limited: "salesWithinServices" },
} as const satisfies Record<Department, { all: ConditionName; limited: ConditionName }>;

type Left = (typeof byDepartment)[Department];
export type DepartmentCondition = Left[keyof Left];

export const departmentConditions: readonly DepartmentCondition[] = departments.flatMap((department) =>
  Object.values(byDepartment[department]),
);

/** The bits of a department: `limited` is what `all` allows for chosen services. */
export const departmentBits: readonly {
  readonly department: Department;
  readonly all: number;
  readonly limited: number;
}[] = departments.map((department) => {
  const { all, limited } = byDepartment[department];
  return { department, all: bitOf(all), limited: bitOf(limited) };
});

export function maskOf(cell: Cell | undefined): number {
  if (cell === undefined) return 0;
  if (cell === "always") return ALWAYS;
  return cell.split("|").reduce((mask, condition) => mask | bitOf(condition as ConditionName), 0);
}

/** The conditions set in a mask, by name. */
export function conditionsIn(mask: number): ConditionName[] {
  return conditionNames.filter((name) => mask & bitOf(name));
}

export const nothing: PermissionMasks = new Int32Array(permissionKeys.length);

const memo = new Map<number, PermissionMasks>();

/** What a set of roles allows together. The array is shared by everyone with these roles; copy it before writing. */
export function masksOf(roles: readonly Role[]): PermissionMasks {
  let key = 0;
  for (const role of roles) key |= 1 << roleKeys.indexOf(role);
  const known = memo.get(key);
  if (known) return known;
  const cells = Int32Array.from(permissionKeys, (permission) =>
    roles.reduce((mask, role) => mask | maskOf(cellOf(permission, role)), 0),
  );
  memo.set(key, cells);
  return cells;
}

/**
 * What granting an individual permission gives: the same as the owner has, with its condition, so nothing if the owner
 * doesn't have it.
 */
export function grantedMask(permission: Permission): number {
  return maskOf(cellOf(permission, "owner"));
}
