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

/** Rows of a form that one list of objects may have: an index beyond it is text that arrives at the schema as it is. */
const MOST_ROWS = 500;

/** Dots in a name that reach further than any schema does: the whole is then one name, which no schema knows. */
const MOST_STEPS = 8;

/**
 * Turns what a form or a query string sends, text only, into the types that a schema asks for. What cannot be turned is
 * left as it came, so that the schema's own message tells of it. Names with dots reach into objects, and with a number (`lines.0.amount`) into lists of them; an empty text is
 * "not given" where the schema does not take text.
 */
export function fromStrings(
  schema: z.ZodObject,
  entries: Iterable<readonly [string, string]>,
): Record<string, unknown> {
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  const texts = new Map<string, string[]>();
  for (const [name, value] of entries) texts.set(name, [...(texts.get(name) ?? []), value]);
  const result: Record<string, unknown> = {};
  for (const [name, values] of texts) place(result, shape, stepsOf(name), values);
  return result;
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

/** An own property whatever the name is, so `__proto__` arrives at the schema as an unknown field and nowhere else. */
const define = (into: object, key: string, value: unknown) =>
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });

const oneOf = (shape: JsonSchema, type: string): JsonSchema | undefined =>
  shape.type === type ? shape : shape.anyOf?.find((one) => one.type === type);

/** An empty text among the values of a list stands for "none chosen", as a hidden field before checkboxes sends it. */
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

/** An id, a day or one of a few words is no text that could be empty: an empty choice of it is none. */
function takesFreeText({ type, format = "", enum: words, const: word, anyOf }: JsonSchema): boolean {
  if (anyOf) return anyOf.some(takesFreeText);
  return type === "string" && words === undefined && word === undefined && !/^(uuid|date|date-time)$/.test(format);
}
