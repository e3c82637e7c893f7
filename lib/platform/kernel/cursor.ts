import { AsyncLocalStorage } from "node:async_hooks";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
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

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const accounts = new AsyncLocalStorage<string | null>();

/** What `work` makes of cursors belongs to that account. */
export const withCursorsOf = <T>(accountId: string | null, work: () => T): T => accounts.run(accountId, work);

/**
 * A cursor's text: sealed together with the account, the list, its order and its filters, so that it leads nowhere in another. It is encrypted,
 * because a row is sorted by values that its reader isn't always shown.
 */
export function sealCursor(list: string, { page, back, inclusive, values }: Cursor): string {
  const content: Content = [page, back, inclusive, values.map(stored)];
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key(), nonce).setAAD(boundTo(list));
  const sealed = [nonce, cipher.update(JSON.stringify(content), "utf8"), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString("base64url");
}

/** Throws `invalid` if it was altered, belongs to another account, list, order or filter, or was sealed with another PORTAL_SECRET. */
export function openCursor(list: string, cursor: string): Cursor {
  const [page, back, inclusive, values] = JSON.parse(opened(list, cursor)) as Content;
  return { page, back, inclusive, values: values.map(restored) };
}

function opened(list: string, cursor: string): string {
  const sealed = Buffer.from(cursor, "base64url");
  try {
    // The same bytes can be written in several ways, of which one is ours.
    if (sealed.toString("base64url") !== cursor) throw new Error("It was written by somebody else.");
    const opener = createDecipheriv(CIPHER, key(), sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(boundTo(list))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    const content = opener.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([content, opener.final()]).toString("utf8");
  } catch {
    const sentence = t(
      "This page of the list can't be found: its order or filters have changed. Go back to the first page.",
    );
    throw new Problem("invalid", sentence, { fields: { cursor: [sentence] } });
  }
}

const boundTo = (list: string): Buffer => Buffer.from(`${accounts.getStore() ?? ""} ${list}`);

const stored = (value: KeyValue): Stored => {
  if (value instanceof Date) return { date: value.getTime() };
  return typeof value === "bigint" ? { whole: String(value) } : value;
};

const restored = (value: Stored): KeyValue => {
  if (value === null || typeof value !== "object") return value;
  return "date" in value ? new Date(value.date) : BigInt(value.whole);
};

const key = (): Buffer => Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis cursor contents", 32));
