import fc from "fast-check";
import type { CatalogueEntry } from "@/lib/policy/catalogue/entry";
import { catalogue, type Permission, permissionKeys } from "@/lib/policy/permissions";
import type { RecordType } from "@/lib/policy/records";
import type { Subject } from "@/lib/policy/subject";
import { aRecord, ids } from "../../tests/policy/arbitraries";
import { contact, staff } from "../../tests/policy/people";

/** One question: does this person have this permission on this record? */
export interface Case {
  person: number;
  permission: Permission;
  record: Record<string, unknown>;
}

/** Realistic database ids; the tests' own differ only in their last character. */
const realIds = fc.sample(fc.uuid({ version: 4 }), { numRuns: ids.length, seed: 4 });
const me = { contactId: realIds[0] as string };

/** One person of each kind, with and without individual permissions, limits and gates. */
export const people: readonly Subject[] = [
  contact({ ...me, roles: ["owner"] }),
  contact({ ...me, roles: ["administrator"] }),
  contact({ ...me, roles: ["billing"] }),
  contact({ ...me, roles: ["support"] }),
  contact({ ...me, roles: ["billing", "support"] }),
  contact({ ...me, on: ["meetings.view", "billing.invoices.view", "services.order"] }),
  contact({ ...me, roles: ["support"], off: ["support.tickets.open"], serviceLimit: realIds.slice(0, 2) }),
  contact({ ...me, roles: ["billing"], gates: { areasOff: ["meetings"] } }),
  contact({ ...me, roles: ["owner"], gates: { accountClosed: true } }),
  staff("agent"),
  staff("accounting"),
  staff("manager"),
];

/**
 * The same cases for the same seed: any person, any permission, a new row based on one of a few records of its kind.
 */
export function makeCases(count: number, seed: number): Case[] {
  const next = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const permission = permissionKeys[next(permissionKeys.length)] as Permission;
    const { record }: CatalogueEntry = catalogue[permission];
    const known = record ? recordsOf(record) : [nothing];
    return { person: next(people.length), permission, record: { ...known[next(known.length)] } };
  });
}

const nothing = {};

const samples = new Map<RecordType, readonly Case["record"][]>();

/** As a database client returns them: plain objects of one shape. */
function recordsOf(record: RecordType): readonly Case["record"][] {
  const known = samples.get(record);
  if (known) return known;
  const withRealIds = (_: string, value: unknown) => realIds[ids.indexOf(value as string)] ?? value;
  const drawn = fc.sample(aRecord(record), { numRuns: 8, seed: 1 });
  const rows = drawn.map((row) => JSON.parse(JSON.stringify(row), withRealIds));
  samples.set(record, rows);
  return rows;
}

/** Numbers below a limit, the same on each run (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
