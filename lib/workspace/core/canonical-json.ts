import { createHash } from "node:crypto";

export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined };

/**
 * JSON with one spelling for each value (RFC 8785, for whole numbers): keys in the order of their UTF-16 units, no white space.
 * Keys without a value are left out.
 */
export function canonicalJson(value: Canonical): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const inner = value[key];
      return inner === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(inner)}`];
    });
  return `{${entries.join(",")}}`;
}

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value);

/** The SHA-256 of its canonical JSON, in hexadecimal. */
export const hashOf = (value: Canonical): string => createHash("sha256").update(canonicalJson(value)).digest("hex");
