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
export const unsubscribeToken = ({ contactId, notice }: Unsubscription): string =>
  `${contactId}.${notice}.${sign(contactId, notice).toString("base64url")}`;

/**
 * Reads the token; null if it was altered, or signed with another PORTAL_SECRET, or the notification isn't optional.
 */
export function readUnsubscribeToken(token: string): Unsubscription | null {
  const [contactId = "", ...rest] = token.split(".");
  const signature = Buffer.from(rest.pop() ?? "", "base64url");
  const notice = rest.join(".");
  const expected = sign(contactId, notice);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return null;
  if (!z.uuid().safeParse(contactId).success || !isPermission(notice)) return null;
  return notices.includes(notice) && isOptionalNotice(notice) ? { contactId, notice } : null;
}

const sign = (contactId: string, notice: string): Buffer =>
  createHmac("sha256", Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis unsubscribe", 32)))
    .update(`${contactId}.${notice}`)
    .digest();
