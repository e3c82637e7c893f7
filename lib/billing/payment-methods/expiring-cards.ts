import type { z } from "zod";
import type { cardsPart } from "@/lib/home/dashboard/schema";
import { addDays, iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { rows } from "@/lib/platform/operations/rows";

const NOTICE_DAYS = 45;

/** The cards that have expired or will within 45 days, the first to expire first. A card is good until its month ends. */
export async function expiringCards(context: Context): Promise<z.input<typeof cardsPart>> {
  const { db, now } = context;
  const cards = await db.paymentMethod.findMany({
    where: rows(context, "billing.payment-methods.view", { kind: "card" as const, removedAt: null }),
    select: { id: true, brand: true, last4: true, isDefault: true, expMonth: true, expYear: true },
  });
  return cards
    .flatMap(({ expMonth, expYear, ...card }) =>
      expMonth === null || expYear === null ? [] : [{ ...card, end: new Date(Date.UTC(expYear, expMonth)) }],
    )
    .filter(({ end }) => end <= addDays(now, NOTICE_DAYS))
    .sort((a, b) => a.end.getTime() - b.end.getTime())
    .map(({ end, ...card }) => ({ ...card, endsAt: iso(new Date(end.getTime() - 1)), ended: end <= now }));
}
