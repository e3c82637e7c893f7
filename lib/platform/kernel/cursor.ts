import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/config/env";
import { t } from "@/lib/platform/language/t";
import type { Boundary, KeyValue } from "./keyset";
import { Problem } from "./problem";

/** A boundary, and the number of the page beyond it as far as it is known. */
export interface Cursor extends Boundary {
  readonly page: number;
}

type Stored = string | number | boolean | null | { readonly date: number } | { readonly whole: string };
type Content = readonly [page: number, back: boolean, inclusive: boolean, values: readonly Stored[]];

/** A cursor's text: signed together with the list, its order and its filters, so that it leads nowhere in another. */
export function sealCursor(list: string, { page, back, inclusive, values }: Cursor): string {
  const content: Content = [page, back, inclusive, values.map(stored)];
  const text = Buffer.from(JSON.stringify(content)).toString("base64url");
  return `${text}.${sign(list, text).toString("base64url")}`;
}

/** Throws `invalid` if it was altered, belongs to another list, order or filter, or was signed with another PORTAL_SECRET. */
export function openCursor(list: string, cursor: string): Cursor {
  const [text = "", signature = ""] = cursor.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = sign(list, text);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    const sentence = t(
      "This page of the list can't be found: its order or filters have changed. Go back to the first page.",
    );
    throw new Problem("invalid", sentence, { fields: { cursor: [sentence] } });
  }
  const [page, back, inclusive, values] = JSON.parse(Buffer.from(text, "base64url").toString()) as Content;
  return { page, back, inclusive, values: values.map(restored) };
}

const stored = (value: KeyValue): Stored => {
  if (value instanceof Date) return { date: value.getTime() };
  return typeof value === "bigint" ? { whole: String(value) } : value;
};

const restored = (value: Stored): KeyValue => {
  if (value === null || typeof value !== "object") return value;
  return "date" in value ? new Date(value.date) : BigInt(value.whole);
};

const sign = (list: string, text: string): Buffer =>
  createHmac("sha256", Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis cursor", 32)))
    .update(JSON.stringify([list, text]))
    .digest()
    .subarray(0, 16);
