import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import type { CatalogueEntry } from "@/lib/policy/catalogue/entry";
import { canSome, where } from "@/lib/policy/evaluate";
import { toPrismaWhere } from "@/lib/policy/filter";
import type { RecordPermission } from "@/lib/policy/needs";
import { catalogue, permissionKeys } from "@/lib/policy/permissions";
import { isShownInLook } from "@/lib/policy/reading";
import { type RecordType, records } from "@/lib/policy/records";
import { roleKeys } from "@/lib/policy/roles";
import { selectFor } from "@/lib/policy/select";
import { viewerLookingAs, viewerOf } from "@/lib/policy/viewer";
import { aRecord, aSubject, ids } from "../arbitraries";
import { ask } from "../ask";
import { contact, staff } from "../people";
import { type Laboratory, openLaboratory } from "./laboratory";

vi.setConfig({ testTimeout: 900_000 });

let laboratory: Laboratory;
const listed = permissionKeys.filter((key): key is RecordPermission => "record" in catalogue[key]);

beforeAll(async () => {
  laboratory = await openLaboratory(inject("templateUrl"));
  for (const record of recordTypes()) await fill(record, 30);
});
afterAll(() => laboratory.close());

describe("rule 10 on the catalogue: the list of a permission is what its check allows", () => {
  it.each(listed)("%s, for each role and for thirty people of any kind", async (permission) => {
    const { record }: CatalogueEntry = catalogue[permission];
    const table = laboratory.table(record as RecordType);
    const loaded = await table.findMany({ select: selectFor(permission) });
    expect(loaded.length).toBeGreaterThanOrEqual(30);
    for (const subject of [...oneOfEachRole(), ...fc.sample(aSubject, { numRuns: 30, seed: 11 })]) {
      const viewer = viewerOf(subject);
      const rows = await table.findMany({ where: toPrismaWhere(where(viewer, permission)), select: { id: true } });
      const allowed = loaded.filter((row) => ask(viewer, permission, row));
      expect(rows.map(({ id }) => id).sort()).toEqual(allowed.map(({ id }) => id).sort());
      if (!canSome(viewer, permission)) expect(rows).toEqual([]);
    }
  });

  it.each(listed.filter(isShownInLook))("%s, while somebody looks as somebody else", async (permission) => {
    const { record }: CatalogueEntry = catalogue[permission];
    const table = laboratory.table(record as RecordType);
    const loaded = await table.findMany({ select: selectFor(permission) });
    const [looked, lookers] = [12, 13].map((seed) => fc.sample(aSubject, { numRuns: 20, seed }));
    for (const [index, subject] of [...oneOfEachRole(), ...(looked ?? [])].entries()) {
      const looker = viewerOf(lookers?.[index % 20] ?? subject);
      const viewer = viewerLookingAs(subject, looker);
      const rows = await table.findMany({ where: toPrismaWhere(where(viewer, permission)), select: { id: true } });
      const allowed = loaded.filter((row) => ask(viewerOf(subject), permission, row) && ask(looker, permission, row));
      expect(rows.map(({ id }) => id).sort()).toEqual(allowed.map(({ id }) => id).sort());
    }
  });
});

function oneOfEachRole() {
  const [contactId = ""] = ids;
  return roleKeys.map((role) => {
    const person = role === "agent" || role === "accounting" || role === "manager" ? staff(role) : asContact(role);
    return { ...person, contactId: person.contactId && contactId };
  });
}

function asContact(role: Exclude<(typeof roleKeys)[number], "agent" | "accounting" | "manager">) {
  return role === "self" ? contact() : contact({ roles: [role] });
}

/** The kinds of records checked, referenced ones first. */
function recordTypes(): RecordType[] {
  const asked = new Set(listed.map((key) => (catalogue[key] as CatalogueEntry).record as RecordType));
  return [...asked].sort((a, b) => Object.keys(records[b].relations).length - Object.keys(records[a].relations).length);
}

/** Rows of a kind with random values and related rows; the first ones have the ids that are in sets. */
async function fill(record: RecordType, count: number): Promise<void> {
  const rows = fc.sample(aRecord(record), { numRuns: count, seed: 5 });
  const fresh = fc.sample(fc.uuid(), { numRuns: count, seed: 6 });
  const table = laboratory.table(record);
  for (const [index, row] of rows.entries()) {
    await table.create({ data: { ...withRelated(record, row), id: ids[index] ?? fresh[index] } });
  }
}

/** A row as Prisma creates it, with its related rows. */
function withRelated(record: RecordType, row: Record<string, unknown>): Record<string, unknown> {
  const { relations }: { relations: Record<string, { to: string; many: boolean }> } = records[record];
  const related = Object.entries(relations).map(([name, { to, many }]) => {
    const data = row[name];
    const nested = many ? data : { ...withRelated(to as RecordType, data as Record<string, unknown>), id: randomId() };
    return [name, { create: nested }];
  });
  return { ...row, ...Object.fromEntries(related) };
}

let made = 0;
function randomId(): string {
  made++;
  return `10000000-0000-7000-8000-${String(made).padStart(12, "0")}`;
}
