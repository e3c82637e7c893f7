import { z } from "zod";

type JsonSchema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
};

/** Most rows per list of objects; a higher index stays text, for the schema to reject. */
const MOST_ROWS = 500;

/** More dots than any schema has: the name is then treated as one unknown field. */
const MOST_STEPS = 8;

/**
 * Converts the text of a form or query string to the types of a schema. Values that can't be converted stay as they
 * are, so that the schema reports them. Dotted names address objects, and with a number (`lines.0.amount`) lists of
 * objects; an empty text means "not set" if the schema doesn't accept text.
 */
export function fromStrings(
  schema: z.ZodObject,
  entries: Iterable<readonly [string, string]>,
): Record<string, unknown> {
  const shape = shapeOf(schema);
  const texts = new Map<string, string[]>();
  for (const [name, value] of entries) texts.set(name, [...(texts.get(name) ?? []), value]);
  const result: Record<string, unknown> = {};
  for (const [name, values] of texts) place(result, shape, stepsOf(name), values);
  return result;
}

const shapes = new WeakMap<z.ZodObject, JsonSchema>();

/** Worked out once for each schema: it takes longer than a request's own work. */
function shapeOf(schema: z.ZodObject): JsonSchema {
  const shape = shapes.get(schema) ?? (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema);
  shapes.set(schema, shape);
  return shape;
}

function stepsOf(name: string): string[] {
  const steps = name.split(".", MOST_STEPS + 1);
  return steps.length > MOST_STEPS ? [name] : steps;
}

function place(
  into: Record<string, unknown>,
  shape: JsonSchema | undefined,
  [key = "", ...rest]: string[],
  values: string[],
): void {
  const inner = shape?.properties && Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
  const list = inner && oneOf(inner, "array");
  const [index = "", ...field] = rest;
  if (list?.items?.properties && /^\d{1,3}$/.test(index) && Number(index) < MOST_ROWS && field.length > 0) {
    const before = Object.hasOwn(into, key) ? into[key] : undefined;
    const rows: unknown[] = Array.isArray(before) ? [...before] : [];
    const row = { ...(rows[Number(index)] ?? {}) };
    place(row as Record<string, unknown>, list.items, field, values);
    rows[Number(index)] = row;
    define(
      into,
      key,
      Array.from(rows, (one) => one ?? {}),
    );
    return;
  }
  if (rest.length > 0) {
    const before = Object.hasOwn(into, key) ? into[key] : undefined;
    const object: Record<string, unknown> = typeof before === "object" && before !== null ? { ...before } : {};
    place(object, inner, rest, values);
    define(into, key, object);
    return;
  }
  const value =
    inner && oneOf(inner, "array") ? listed(oneOf(inner, "array"), values) : single(inner, values.at(-1) ?? "");
  if (value !== undefined) define(into, key, value);
}

/** Always an own property, so that `__proto__` reaches the schema as an unknown field. */
const define = (into: object, key: string, value: unknown) =>
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });

const oneOf = (shape: JsonSchema, type: string): JsonSchema | undefined =>
  shape.type === type ? shape : shape.anyOf?.find((one) => one.type === type);

/** An empty value in a list means "none selected", as sent by a hidden field before checkboxes. */
const listed = (shape: JsonSchema | undefined, values: string[]) =>
  values.filter((value) => value !== "").map((value) => single(shape?.items, value));

function single(shape: JsonSchema | undefined, text: string): unknown {
  if (shape === undefined) return text;
  if (oneOf(shape, "boolean"))
    return text === "true" || text === "on" ? true : text === "false" || text === "" ? false : text;
  if (text === "" && oneOf(shape, "null")) return null;
  const numeric = oneOf(shape, "integer") ?? oneOf(shape, "number");
  if (numeric) return text === "" ? undefined : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  return text === "" && !takesFreeText(shape) ? undefined : text;
}

/** Ids, dates and enums can't be empty text: an empty value means "not set". */
function takesFreeText({ type, format = "", enum: words, const: word, anyOf }: JsonSchema): boolean {
  if (anyOf) return anyOf.some(takesFreeText);
  return type === "string" && words === undefined && word === undefined && !/^(uuid|date|date-time)$/.test(format);
}
