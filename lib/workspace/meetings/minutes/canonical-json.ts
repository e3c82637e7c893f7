import { createHash } from "node:crypto";

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * The one way to write a value as JSON: names in the order of their code units, no white space. `scripts/verify-minutes.mjs`
 * writes the same.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = Object.entries(value as { readonly [name: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(",")}}`;
}

/** SHA-256 of a value's canonical JSON in UTF-8, in hexadecimal. */
export const hashOf = (value: Json): string => createHash("sha256").update(canonicalJson(value), "utf8").digest("hex");
