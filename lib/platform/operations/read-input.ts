import type { z } from "zod";
import { Problem } from "@/lib/platform/kernel/problem";

/**
 * Parses untrusted input; a field that the schema does not name is an error. Throws `invalid` with messages by field.
 * Text that PostgreSQL cannot keep as it came is one: a NUL, or half of a character (which would be kept as another).
 */
export function readInput<S extends z.ZodObject>(schema: S, raw: unknown): z.output<S> {
  refuseUnkeepable(raw, []);
  const read = schema.strict().safeParse(raw);
  if (read.success) return read.data as z.output<S>;
  const fields = new Map<string, string[]>();
  for (const issue of read.error.issues) {
    const field = issue.path.join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "");
    fields.set(field, [...(fields.get(field) ?? []), issue.message]);
  }
  const [first] = read.error.issues;
  throw new Problem("invalid", first ? `${first.path.join(".") || "Input"}: ${first.message}` : "Invalid input.", {
    fields: Object.fromEntries(fields),
  });
}

function refuseUnkeepable(value: unknown, path: readonly string[]): void {
  if (typeof value === "string" && (value.includes("\0") || HALF_CHARACTER.test(value))) {
    const field = path.join(".");
    const message = "Contains a character that can't be stored.";
    throw new Problem("invalid", `${field}: ${message}`, { fields: { [field]: [message] } });
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) refuseUnkeepable(inner, [...path, key]);
}

/** One surrogate without its other. */
const HALF_CHARACTER = /\p{Surrogate}/u;
