import type { z } from "zod";
import german from "zod/v4/locales/de.js";
import { Problem } from "@/lib/platform/kernel/problem";
import { t, translated } from "@/lib/platform/language/t";
import { currentLanguage } from "@/lib/platform/language/with-language";

/**
 * Parses untrusted input; a field missing from the schema is an error. Throws `invalid` with messages by field.
 * So is text that PostgreSQL can't store unchanged: a NUL, or an unpaired surrogate (which would be replaced).
 */
export function readInput<S extends z.ZodObject>(schema: S, raw: unknown): z.output<S> {
  refuseUnkeepable(raw, []);
  const read = strictly(schema).safeParse(raw, defaultMessages[currentLanguage()]);
  if (read.success) return read.data as z.output<S>;
  const fields = new Map<string, string[]>();
  for (const issue of read.error.issues) {
    const field = issue.path.join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "");
    fields.set(field, [...(fields.get(field) ?? []), translated(issue.message)]);
  }
  const [first] = read.error.issues;
  throw new Problem(
    "invalid",
    first ? `${first.path.join(".") || t("Input")}: ${translated(first.message)}` : t("Invalid input."),
    {
      fields: Object.fromEntries(fields),
    },
  );
}

/** What a schema says that names no message of its own. */
const defaultMessages = { en: {}, de: { error: german().localeError }, "en-XA": {} };

const strict = new WeakMap<z.ZodObject, z.ZodObject>();

/** Made once for each schema: zod compiles a new one for every `strict()`. */
function strictly(schema: z.ZodObject): z.ZodObject {
  const made = strict.get(schema) ?? schema.strict();
  strict.set(schema, made);
  return made;
}

function refuseUnkeepable(value: unknown, path: readonly string[]): void {
  if (typeof value === "string" && (value.includes("\0") || HALF_CHARACTER.test(value))) {
    const field = path.join(".");
    const message = t("Contains a character that can't be stored.");
    throw new Problem("invalid", `${field}: ${message}`, { fields: { [field]: [message] } });
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) refuseUnkeepable(inner, [...path, key]);
}

/** An unpaired surrogate. */
const HALF_CHARACTER = /\p{Surrogate}/u;
