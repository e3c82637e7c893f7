import type { CatalogueEntry } from "@/lib/policy/catalogue/entry";
import { type ConditionName, conditions } from "@/lib/policy/conditions";
import { type Cell, cellOf } from "@/lib/policy/matrix";
import { entryOf, type Permission } from "@/lib/policy/permissions";
import type { Role } from "@/lib/policy/roles";

/** A cell of the matrix for people: null is no, an empty text is yes without a condition. */
export function cellWords(permission: Permission, role: Role): string | null {
  const cell: Cell | undefined = cellOf(permission, role);
  if (cell === undefined) return null;
  if (cell === "always") return "";
  const names = cell.split("|") as ConditionName[];
  return names.map((name) => conditions[name].says).join(" or ");
}

/** What is particular about a permission, beside who has it. */
export function particulars(permission: Permission): string[] {
  const entry: CatalogueEntry = entryOf(permission);
  return [
    entry.delegable === "owner" ? "only the owner can give it" : null,
    entry.delegable === "nobody" ? "cannot be given" : null,
    entry.serviceBound ? "can be limited to chosen services" : null,
    entry.afterClosing ? "stays when the account is closed" : null,
  ].filter((part) => part !== null);
}
