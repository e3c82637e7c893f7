import { env } from "@/lib/platform/config/env";
import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { asIdentity } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { notFound } from "@/lib/platform/kernel/problem";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { t } from "@/lib/platform/language/t";

export const SETUP_LINK_HOURS = 24;

/** A new link to the setup page, or null if the portal has staff. Earlier links stay valid: each portal process prints one. */
export async function newSetupLink(): Promise<string | null> {
  const token = newSecretToken();
  const made = await asIdentity(async (db) => {
    if (await hasStaff(db)) return false;
    const expiresAt = addMinutes(new Date(), SETUP_LINK_HOURS * 60);
    await db.setupToken.createMany({ data: { tokenHash: hashToken(token), expiresAt } });
    return true;
  });
  return made ? `${env().PORTAL_URL}/setup/${token}` : null;
}

/** Whether a link still leads to the setup page. Looking at it uses nothing up. */
export function isSetupToken(token: string): Promise<boolean> {
  return asIdentity(async (db) => {
    if (await hasStaff(db)) return false;
    return (await db.setupToken.count({ where: valid(token) })) > 0;
  });
}

/** Uses a link, and with it all the others. Throws `not-found` if it is used, expired or unknown. */
export async function consumeSetupToken(db: ScopedDb, token: string): Promise<void> {
  const usedAt = new Date();
  const { count } = await db.setupToken.updateMany({ where: valid(token), data: { usedAt } });
  if (count === 0) throw notFound(t("This setup link has been used or has expired."));
}

/** Without Prisma's models, which every start would have to load for it. */
async function hasStaff(db: ScopedDb): Promise<boolean> {
  const rows = await queryRows(db, sql`select from "StaffMember" limit 1`);
  return rows.length > 0;
}

const valid = (token: string) => ({ tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() } });
