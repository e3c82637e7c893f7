import type { EffectiveAccess } from "./effective-access";
import { ALWAYS, departmentBits, IF_GRANTED, maskAt, WITHIN_SERVICES } from "./permission-masks";
import type { Permission } from "./permissions";
import { grantableOn, recordsOf } from "./record-grants";

/** Does `wider` allow at least as much as `narrower` for this permission? */
export function isSupersetOf(wider: EffectiveAccess, narrower: EffectiveAccess, permission: Permission): boolean {
  const held = maskAt(wider.cells, permission);
  if (held & ALWAYS) return true;
  const asked = maskAt(narrower.cells, permission);
  if (asked & IF_GRANTED && !coversRecords(wider, narrower, permission)) return false;
  const beyond = asked & ~IF_GRANTED & ~forAllServices(held);
  if (beyond & ~forChosenServices(held)) return false;
  return beyond === 0 || isWithin(narrower.services ?? [], wider.services ?? []);
}

/** Does it reach the single records of the other, too: each as such, or as one of the chosen services? */
function coversRecords(wider: EffectiveAccess, narrower: EffectiveAccess, permission: Permission): boolean {
  const held = maskAt(wider.cells, permission);
  const isChosen = held & WITHIN_SERVICES && grantableOn(permission) === "service";
  const isGranted = held & IF_GRANTED && isWithin(wider.departmentsOff, narrower.departmentsOff);
  return isWithin(recordsOf(narrower.granted, permission), [
    ...(isChosen ? (wider.services ?? []) : []),
    ...(isGranted ? recordsOf(wider.granted, permission) : []),
  ]);
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
