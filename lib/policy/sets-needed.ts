import { expressionOf, type SetName } from "./conditions";
import type { Expression } from "./expression";
import { ALWAYS, conditionsIn, maskAt } from "./permission-masks";
import { entryOf, type Permission } from "./permissions";
import type { Viewer } from "./viewer";

/** A set fetched for a request. A contact's service limit is loaded with the contact. */
export type FetchedSet = Exclude<SetName, "services">;

/** The sets of ids needed to decide these permissions for the viewer. Permissions held without a condition need none. */
export function setsNeeded(viewer: Viewer, permissions: readonly Permission[]): FetchedSet[] {
  const names = new Set<string>();
  for (const permission of permissions) {
    const { record } = entryOf(permission);
    const mask = maskAt(viewer.cells, permission);
    if (record === undefined || mask & ALWAYS) continue;
    for (const condition of conditionsIn(mask)) {
      for (const name of setsIn(expressionOf(condition, record))) names.add(name);
    }
  }
  names.delete("services");
  const ofLooker = viewer.looker === null ? [] : setsNeeded(viewer.looker, permissions);
  return [...new Set([...(names as Set<FetchedSet>), ...ofLooker])];
}

/** Every set that an expression reads, however deep. */
export function setsIn(expression: Expression): string[] {
  switch (expression.op) {
    case "inSet":
      return [expression.set];
    case "and":
    case "or":
      return expression.of.flatMap(setsIn);
    case "not":
      return setsIn(expression.of);
    case "some":
    case "is":
      return setsIn(expression.where);
    default:
      return [];
  }
}
