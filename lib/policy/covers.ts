import { ALWAYS, maskAt, WITHIN_SERVICES } from "./cells";
import type { Permission } from "./permissions";
import type { Reach } from "./reach";

/** Does the one reach at least as far as the other with this permission? */
export function covers(wider: Reach, narrower: Reach, permission: Permission): boolean {
  const held = maskAt(wider.cells, permission);
  const asked = maskAt(narrower.cells, permission);
  if (held & ALWAYS) return true;
  if (asked & ~held) return false;
  return !(asked & WITHIN_SERVICES) || isWithin(narrower.services ?? [], wider.services ?? []);
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((id) => all.includes(id));
}
