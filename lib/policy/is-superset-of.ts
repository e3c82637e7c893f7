import type { EffectiveAccess } from "./effective-access";
import { ALWAYS, maskAt, WITHIN_SERVICES } from "./permission-masks";
import type { Permission } from "./permissions";

/** Does `wider` allow at least as much as `narrower` for this permission? */
export function isSupersetOf(wider: EffectiveAccess, narrower: EffectiveAccess, permission: Permission): boolean {
  const held = maskAt(wider.cells, permission);
  const asked = maskAt(narrower.cells, permission);
  if (held & ALWAYS) return true;
  if (asked & ~held) return false;
  return !(asked & WITHIN_SERVICES) || isWithin(narrower.services ?? [], wider.services ?? []);
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((id) => all.includes(id));
}
