import { z } from "zod";
import type { FieldLimits } from "@/lib/platform/kernel/form-state";

const known = new WeakMap<z.ZodObject, FieldLimits>();

/**
 * Length limits of an input's text fields, by form field name: `name`, and `lines.*.description`
 * for each item of a list. Forms read their limits from here, so they are declared once, in the operation.
 */
export function fieldLimits(input: z.ZodObject): FieldLimits {
  const limits = known.get(input) ?? collect(z.toJSONSchema(input, { io: "input", unrepresentable: "any" }), "");
  known.set(input, limits);
  return limits;
}

type Schema = z.core.JSONSchema.BaseSchema;

function collect(schema: Schema, name: string): FieldLimits {
  const { minLength, maxLength, properties = {}, items, anyOf = [] } = schema;
  const inside = (part: unknown, key: string) => (isSchema(part) ? collect(part, key) : {});
  const below = (key: string) => (name === "" ? key : `${name}.${key}`);
  return Object.assign(
    {},
    ...anyOf.map((one) => inside(one, name)),
    ...Object.entries(properties).map(([key, part]) => inside(part, below(key))),
    inside(items, below("*")),
    maxLength === undefined && minLength === undefined ? {} : { [name]: { minLength, maxLength } },
  );
}

const isSchema = (part: unknown): part is Schema => typeof part === "object" && part !== null && !Array.isArray(part);
