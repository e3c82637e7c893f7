import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { RequestScope } from "@/lib/platform/db/transaction";
import { entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";
import { type FetchedSet, setsNeeded } from "@/lib/policy/sets-needed";
import type { Viewer } from "@/lib/policy/viewer";
import type { AnyOperation } from "./operation";

/** Loads the ids of one set for one viewer, within the scope of the operation that needs it. */
export type SetLoader = (db: ScopedDb, viewer: Viewer) => Promise<Iterable<string>>;

const loaders = new Map<FetchedSet, SetLoader>();

/**
 * Registers how a set that conditions read is loaded. Its table must raise the access version of the contacts in it,
 * with the trigger `portcullis_access_changes`: otherwise a command could act on a set that has since changed. Returns
 * a function that unregisters it.
 */
export function provideSet(name: FetchedSet, loader: SetLoader): () => void {
  loaders.set(name, loader);
  return () => loaders.delete(name);
}

/** Loads the sets that the operation's conditions read, each once per request, and only for viewers they affect. */
export async function loadSets(scope: RequestScope, db: ScopedDb, operation: AnyOperation): Promise<void> {
  for (const name of setsNeeded(scope.viewer, checksOf(operation))) {
    const loader = loaders.get(name);
    if (loader !== undefined) await scope.loadSet(name, (viewer) => loader(db, viewer));
  }
}

/** An operation filters by its own permission, and by others of the same area. */
function checksOf({ permission, alsoChecks = [] }: AnyOperation): Permission[] {
  const { area } = entryOf(permission);
  return [...permissionKeys.filter((key) => entryOf(key).area === area), ...alsoChecks];
}
