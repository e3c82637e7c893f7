import { listed } from "@/lib/platform/kernel/listed";
import { t } from "@/lib/platform/language/t";
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
  return listed(
    names.map((name) => t(conditions[name].says)),
    "disjunction",
  );
}

/** Special rules of a permission, each of them a sentence. */
export function particulars(permission: Permission): string[] {
  const entry: CatalogueEntry = entryOf(permission);
  return [
    entry.delegable === "owner" ? t("only the owner can grant it") : null,
    entry.delegable === "nobody" ? t("can't be granted") : null,
    entry.serviceBound ? t("can be limited to chosen services") : null,
    entry.departmentBound ? t("departments can be taken away") : null,
    entry.recusable ? t("taken away by a recusal") : null,
    entry.afterClosing ? t("kept when the account is closed") : null,
  ].filter((part) => part !== null);
}
