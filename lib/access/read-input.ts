import type { z } from "zod";
import { Problem } from "@/lib/kernel/problem";

/** Parses untrusted input; a field that the schema does not name is an error. Throws `invalid` with messages by field; a NUL byte, which PostgreSQL cannot keep, is one. */
export function readInput<S extends z.ZodObject>(schema: S, raw: unknown): z.output<S> {
  refuseNul(raw, []);
  const read = schema.strict().safeParse(raw);
  if (read.success) return read.data as z.output<S>;
  const fields = new Map<string, string[]>();
  for (const issue of read.error.issues) {
    const field = issue.path.join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "");
    fields.set(field, [...(fields.get(field) ?? []), issue.message]);
  }
  const [first] = read.error.issues;
  throw new Problem(
    "invalid",
    first ? `${first.path.join(".") || "Input"}: ${first.message}` : "The input is not valid.",
    { fields: Object.fromEntries(fields) },
  );
}

function refuseNul(value: unknown, path: readonly string[]): void {
  if (typeof value === "string" && value.includes("\0")) {
    const field = path.join(".");
    throw new Problem("invalid", `${field}: a NUL character cannot be kept.`, {
      fields: { [field]: ["Contains a character that cannot be kept."] },
    });
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) refuseNul(inner, [...path, key]);
}
