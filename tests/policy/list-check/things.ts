import fc from "fast-check";
import { msg } from "@/lib/platform/language/msg";
import type { Attributes } from "@/lib/policy/expression";
import type { Field, RecordSchema } from "@/lib/policy/record-schema";
import type { Laboratory, Row } from "./laboratory";

const text: Field = { type: "string", nullable: false, says: msg("text") };
const int: Field = { type: "int", nullable: false, says: msg("number") };
const uuid: Field = { type: "uuid", nullable: false, says: msg("id") };
const optional = (field: Field): Field => ({ ...field, nullable: true });
const one = (to: string, nullable: boolean) => ({ to, many: false, nullable, says: msg(to) });
const many = (to: string) => ({ to, many: true, nullable: false, says: msg(to) });

/** The invented records of `schema.prisma`, described for conditions. */
export const things: RecordSchema = {
  thing: {
    fields: {
      id: uuid,
      label: optional(text),
      kind: text,
      count: int,
      limit: optional(int),
      open: { type: "boolean", nullable: false, says: msg("openness") },
      marked: { type: "boolean", nullable: true, says: msg("mark") },
      at: { type: "date", nullable: false, says: msg("date") },
      until: { type: "date", nullable: true, says: msg("end") },
      ownerId: optional(uuid),
      groupId: uuid,
    },
    relations: { box: one("box", true), shelf: one("shelf", false), parts: many("part") },
  },
  box: {
    fields: {
      id: uuid,
      label: optional(text),
      limit: optional(int),
      until: { type: "date", nullable: true, says: msg("end") },
    },
    relations: { shelf: one("shelf", true), tags: many("tag") },
  },
  shelf: { fields: { id: uuid, label: optional(text), count: int }, relations: {} },
  part: {
    fields: { id: uuid, label: optional(text), limit: optional(int), ownerId: optional(uuid) },
    relations: { thing: one("thing", false), box: one("box", true), tags: many("tag") },
  },
  tag: { fields: { id: uuid, label: text, limit: optional(int) }, relations: { box: one("box", true) } },
};

// Few values each, so that comparisons often match, and values that are easily confused.
const moments = [
  "2024-02-29T12:00:00.000Z",
  "2024-02-29T12:00:00.001Z",
  "2025-01-01T00:00:00.000Z",
  "1969-12-31T23:59:59.999Z",
];
export const people = [0, 1, 2].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
export const values = {
  string: fc.constantFrom("", "a", "A", "ä", "a ", "%", "null", "\\", "a'b"),
  int: fc.constantFrom(-1, 0, 1, 2, 2_147_483_647),
  boolean: fc.boolean(),
  date: fc.constantFrom(...moments.map((moment) => new Date(moment))),
  uuid: fc.constantFrom(...people),
};

/** Viewers with and without each attribute, and with sets of every size. */
export const aReader: fc.Arbitrary<Attributes> = fc.record({
  personId: fc.option(values.uuid),
  contactId: fc.option(values.uuid),
  accountId: fc.option(values.uuid),
  now: values.date,
  sets: fc.record({ mine: fc.subarray(people).map((ids) => new Set(ids)), none: fc.constant(new Set<string>()) }),
});

/** The rows of one world by table, in insertion order. */
export interface World {
  shelf: Row[];
  box: Row[];
  thing: Row[];
  part: Row[];
  tag: Row[];
}

/** A world of `count` things: many values are null, many things have no box, no parts or no tags. */
export function aWorld(count: number, seed: number): World {
  const shelf = sample("shelf", 4, seed, {});
  const box = sample("box", 10, seed, { shelfId: maybe(shelf) });
  const thing = sample("thing", count, seed, { boxId: maybe(box), shelfId: certainly(shelf) });
  const withParts = thing.slice(0, Math.ceil(count * 0.6));
  const part = sample("part", count, seed, { thingId: certainly(withParts), boxId: maybe(box) });
  const withTags = part.slice(0, Math.ceil(count * 0.5));
  const tag = sample("tag", count, seed, { partId: maybe(withTags), boxId: maybe(box.slice(0, 6)) });
  return { shelf, box, thing, part, tag };
}

export async function insert(laboratory: Laboratory, world: World): Promise<void> {
  for (const [table, data] of Object.entries(world)) await laboratory.table(table).createMany({ data });
}

const certainly = (rows: readonly Row[]) => fc.constantFrom(...rows.map(({ id }) => id));
const maybe = (rows: readonly Row[]) => fc.option(certainly(rows));

function sample(record: string, count: number, seed: number, links: Record<string, fc.Arbitrary<unknown>>): Row[] {
  const fields = Object.entries(things[record]?.fields ?? {}).map(([name, { type, nullable }]) => {
    const value: fc.Arbitrary<unknown> = values[type];
    return [name, nullable ? fc.option(value, { freq: 2 }) : value];
  });
  const row = fc.record({ ...Object.fromEntries(fields), ...links, id: fc.uuid() });
  return fc.sample(row, { numRuns: count, seed }) as unknown as Row[];
}

/** The things with all related rows, as if loaded with relations of any depth. */
export function related(world: World): Row[] {
  const tags: Linked[] = world.tag.map((row) => ({ ...row }));
  const boxes: Linked[] = world.box.map((row) => ({
    ...row,
    shelf: find(world.shelf, row.shelfId),
    tags: tags.filter((tag) => tag.boxId === row.id),
  }));
  for (const tag of tags) tag.box = find(boxes, tag.boxId);
  const parts: Linked[] = world.part.map((row) => ({
    ...row,
    box: find(boxes, row.boxId),
    tags: tags.filter((tag) => tag.partId === row.id),
  }));
  const all = world.thing.map((row) => ({
    ...row,
    box: find(boxes, row.boxId),
    shelf: find(world.shelf, row.shelfId),
    parts: parts.filter((part) => part.thingId === row.id),
  }));
  for (const part of parts) part.thing = find(all, part.thingId);
  return all;
}

interface Linked extends Row {
  [part: string]: unknown;
}

function find(rows: readonly Row[], id: unknown): Row | null {
  return rows.find((row) => row.id === id) ?? null;
}
