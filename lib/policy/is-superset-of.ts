import type { EffectiveAccess } from "./effective-access";
import { ALWAYS, departmentBits, maskAt, WITHIN_SERVICES } from "./permission-masks";
import type { Permission } from "./permissions";

/** Does `wider` allow at least as much as `narrower` for this permission? */
export function isSupersetOf(wider: EffectiveAccess, narrower: EffectiveAccess, permission: Permission): boolean {
  const held = maskAt(wider.cells, permission);
  if (held & ALWAYS) return true;
  const beyond = maskAt(narrower.cells, permission) & ~forAllServices(held);
  if (beyond & ~forChosenServices(held)) return false;
  return beyond === 0 || isWithin(narrower.services ?? [], wider.services ?? []);
}

/** What a mask covers whichever services are chosen: all of a department covers its part of any services. */
function forAllServices(mask: number): number {
  return departmentBits.reduce((bits, { all, limited }) => (mask & all ? bits | limited : bits), mask & ~LIMITED);
}

/** What it covers within its own services: a limit to services covers that limit in every department. */
function forChosenServices(mask: number): number {
  return mask & WITHIN_SERVICES ? LIMITED : mask & LIMITED;
}

const LIMITED = departmentBits.reduce((bits, { limited }) => bits | limited, WITHIN_SERVICES);

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((id) => all.includes(id));
}
