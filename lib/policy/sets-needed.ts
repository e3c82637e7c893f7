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
    for (const condition of conditionsIn(mask)) addSets(expressionOf(condition, record), names);
  }
  names.delete("services");
  return [...names] as FetchedSet[];
}

function addSets(expression: Expression, names: Set<string>): void {
  switch (expression.op) {
    case "inSet":
      names.add(expression.set);
      return;
    case "and":
    case "or":
      for (const part of expression.of) addSets(part, names);
      return;
    case "not":
      addSets(expression.of, names);
      return;
    case "some":
    case "is":
      addSets(expression.where, names);
      return;
    default:
  }
}
