import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { CardExpires } from "@/lib/billing/core/dunning/mail/card-expires";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";
import { cardEnd, type Schedule } from "@/lib/billing/core/renewals/schedule";
import { env } from "@/lib/platform/config/env";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays } from "@/lib/platform/kernel/dates";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";

/** Cards that have expired or expire soon, and haven't been announced. */
export function cardsToTellOf({ cardDays }: Schedule, now: Date) {
  const until = addDays(now, cardDays);
  const year = until.getUTCFullYear();
  // A card is valid to the end of its month, so the month of `until` itself hasn't ended.
  const expires = [{ expYear: { lt: year } }, { expYear: year, expMonth: { lte: until.getUTCMonth() } }];
  return { kind: "card", removedAt: null, expiryToldAt: null, OR: expires } satisfies Prisma.PaymentMethodWhereInput;
}

/** Notifies everyone who receives billing notifications, once per card. True if this call did it. */
export async function notifyExpiringCard(
  job: NotifyingContext,
  methodId: string,
  schedule: Schedule,
): Promise<boolean> {
  const { db, account, now } = job;
  const mine = { accountId: account.id, id: methodId };
  const where = { ...mine, ...cardsToTellOf(schedule, now) };
  const { count } = await db.paymentMethod.updateMany({ where, data: { expiryToldAt: now } });
  if (count === 0) return false;
  const card = await db.paymentMethod.findUniqueOrThrow({
    where: { accountId_id: mine },
    include: { account: { select: { autopay: true } } },
  });
  const end = cardEnd(card.expMonth ?? 0, card.expYear ?? 0);
  await sendNotice(db, {
    accountId: account.id,
    notice: "notices.billing.receive",
    to: noticeRecipients(await job.people(), "notices.billing.receive"),
    kind: "billing",
    subject: () =>
      end > now
        ? t("{card} expires soon", { card: methodLabel(card) })
        : t("{card} has expired", { card: methodLabel(card) }),
    template: "card-expires",
    about: null,
    body: ({ hasLogin }) =>
      CardExpires({
        accountName: account.name,
        card: methodLabel(card),
        lastDay: addDays(end, -1),
        over: end <= now,
        automatic: card.isDefault && card.account.autopay,
        href: hasLogin ? `${env().PORTAL_URL}/a/${account.id}/payment-methods` : null,
      }),
  });
  return true;
}
