import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import type { MailItem } from "@/lib/staff/core/schema";

export const mailColumns = {
  id: true,
  kind: true,
  subject: true,
  toName: true,
  toAddress: true,
  accountId: true,
  status: true,
  unwanted: true,
  createdAt: true,
  sentAt: true,
} as const satisfies Prisma.OutboxMailSelect;

type MailRow = Prisma.OutboxMailGetPayload<{ select: typeof mailColumns }>;

/** Emails for a list, with their accounts. */
export async function presentMails({ db }: { readonly db: ScopedDb }, mails: readonly MailRow[]): Promise<MailItem[]> {
  const ids = [...new Set(mails.flatMap(({ accountId }) => accountId ?? []))];
  const accounts = await db.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, name: true },
  });
  return mails.map(({ toName, toAddress, accountId, createdAt, sentAt, status, unwanted, ...mail }) => ({
    ...mail,
    status: unwanted ? ("unwanted" as const) : status,
    to: { name: toName, address: toAddress },
    account: accounts.find(({ id }) => id === accountId) ?? null,
    createdAt: iso(createdAt),
    sentAt: isoOrNull(sentAt),
  }));
}
