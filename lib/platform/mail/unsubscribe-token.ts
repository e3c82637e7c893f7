import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { isPermission, type Permission } from "@/lib/policy/permissions";
import { isOptionalNotice, notices } from "./optional-notices";

export interface Unsubscription {
  readonly contactId: string;
  readonly notice: Permission;
}

/**
 * An unsubscribe link's content: a contact and a notification, signed. It reveals nothing and never expires; anyone
 * with the mail can unsubscribe its recipient from this kind.
 */
export const unsubscribeToken = ({ contactId, notice }: Unsubscription): string => signed(contactId, notice);

/** What a mail about one record turns off: that thread or group, and nothing else. */
export interface RecordStop {
  readonly contactId: string;
  /** Contributed by a feature: `mailStops`. */
  readonly kind: string;
  readonly id: string;
}

/** The same for a contact and one record. No notification's name contains its separator. */
export const stopToken = ({ contactId, kind, id }: RecordStop): string => signed(contactId, `${kind}_${id}`);

/** Null if it was altered, signed with another PORTAL_SECRET, or is about a notification. */
export function readStopToken(token: string): RecordStop | null {
  const read = readSigned(token);
  const [, kind, id] = /^([a-z-]+)_([0-9a-f-]{36})$/.exec(read?.what ?? "") ?? [];
  if (read === null || kind === undefined || id === undefined) return null;
  return z.uuid().safeParse(id).success ? { contactId: read.contactId, kind, id } : null;
}

/**
 * Reads the token; null if it was altered, or signed with another PORTAL_SECRET, or the notification isn't optional.
 */
export function readUnsubscribeToken(token: string): Unsubscription | null {
  const read = readSigned(token);
  if (read === null || !isPermission(read.what)) return null;
  const { contactId, what: notice } = read;
  return notices.includes(notice) && isOptionalNotice(notice) ? { contactId, notice } : null;
}

const signed = (contactId: string, what: string): string =>
  `${contactId}.${what}.${sign(contactId, what).toString("base64url")}`;

function readSigned(token: string): { readonly contactId: string; readonly what: string } | null {
  const [contactId = "", ...rest] = token.split(".");
  const signature = Buffer.from(rest.pop() ?? "", "base64url");
  const what = rest.join(".");
  const expected = sign(contactId, what);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return null;
  return z.uuid().safeParse(contactId).success ? { contactId, what } : null;
}

const sign = (contactId: string, what: string): Buffer =>
  createHmac("sha256", Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis unsubscribe", 32)))
    .update(`${contactId}.${what}`)
    .digest();
