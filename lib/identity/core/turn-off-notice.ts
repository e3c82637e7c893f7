import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { isLastRecipient } from "@/lib/platform/mail/last-recipient";
import type { Unsubscription } from "@/lib/platform/mail/unsubscribe-token";

/**
 * Turns one notification off for one contact, under the lock of their account: by the link in a mail, or behind the bell. Returns
 * whether it was on.
 */
export async function turnNoticeOff(
  db: ScopedDb,
  { accountId, contactId, notice }: Unsubscription & { readonly accountId: string },
  people: () => Promise<AccountMember[]>,
): Promise<boolean> {
  const mine = { accountId, id: contactId, status: { not: "removed" } } as const;
  const contact = await db.contact.findFirst({ where: mine, select: { noticesOff: true } });
  if (contact === null) throw notFound(t("You don't belong to this account."));
  if (contact.noticesOff.includes(notice)) return false;
  if (isLastRecipient(await people(), notice, contactId))
    throw new Problem("conflict", t("You're the only recipient. Add another recipient first."));
  await db.contact.updateMany({ where: mine, data: { noticesOff: [...contact.noticesOff, notice] } });
  return true;
}
