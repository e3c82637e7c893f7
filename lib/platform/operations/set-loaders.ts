import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { RequestScope } from "@/lib/platform/db/transaction";
import { entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";
import { type FetchedSet, setsNeeded } from "@/lib/policy/sets-needed";
import type { Viewer } from "@/lib/policy/viewer";
import type { AnyOperation } from "./operation";

/** The ids of one set for one viewer, read within the scope of the operation that needs it. */
export type SetLoader = (db: ScopedDb, viewer: Viewer) => Promise<Iterable<string>>;

const loaders = new Map<FetchedSet, SetLoader>();

/**
 * Says how a set that conditions read is fetched. The table behind it raises the access version of the contacts in it,
 * by the trigger `portcullis_access_changes`: otherwise a command could act on a set that has changed meanwhile. Returns
 * the way to take it back.
 */
export function provideSet(name: FetchedSet, loader: SetLoader): () => void {
  loaders.set(name, loader);
  return () => loaders.delete(name);
}

/** Fetches the sets that the operation's conditions read, each once a request, and only for whoever they matter to. */
export async function loadSets(scope: RequestScope, db: ScopedDb, operation: AnyOperation): Promise<void> {
  for (const name of setsNeeded(scope.viewer, asksOf(operation))) {
    const loader = loaders.get(name);
    if (loader === undefined || scope.knowsSet(name)) continue;
    scope.addSet(name, new Set(await loader(db, scope.viewer)));
  }
}

/** An operation filters by its own permission, and by others of the same area. */
function asksOf({ permission, alsoAsks = [] }: AnyOperation): Permission[] {
  const { area } = entryOf(permission);
  return [...permissionKeys.filter((key) => entryOf(key).area === area), ...alsoAsks];
}
