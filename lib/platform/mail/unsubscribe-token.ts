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
 * What an unsubscribe link carries: a contact and a notice, signed. It opens nothing and shows nothing; whoever holds the
 * mail may stop this one kind of it, today or in ten years.
 */
export const unsubscribeToken = ({ contactId, notice }: Unsubscription): string =>
  `${contactId}.${notice}.${sign(contactId, notice).toString("base64url")}`;

/** The token again; null where it was altered, or signed under another PORTAL_SECRET, or the notice is not optional. */
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
