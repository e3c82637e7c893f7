import type { CatalogueEntry } from "@/lib/policy/catalogue/entry";
import { type ConditionName, conditions } from "@/lib/policy/conditions";
import { type Cell, cellOf } from "@/lib/policy/matrix";
import { entryOf, type Permission } from "@/lib/policy/permissions";
import type { Role } from "@/lib/policy/roles";

/** A cell of the matrix in words: null is no, an empty string is yes without a condition. */
export function cellWords(permission: Permission, role: Role): string | null {
  const cell: Cell | undefined = cellOf(permission, role);
  if (cell === undefined) return null;
  if (cell === "always") return "";
  const names = cell.split("|") as ConditionName[];
  return names.map((name) => conditions[name].says).join(" or ");
}

/** Special rules of a permission. */
export function particulars(permission: Permission): string[] {
  const entry: CatalogueEntry = entryOf(permission);
  return [
    entry.delegable === "owner" ? "only the owner can grant it" : null,
    entry.delegable === "nobody" ? "can't be granted" : null,
    entry.serviceBound ? "can be limited to chosen services" : null,
    entry.afterClosing ? "kept when the account is closed" : null,
  ].filter((part) => part !== null);
}
