import { z } from "zod";
import { addDays, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";

const schema = z.array(
  z.object({
    id,
    brand: z.string(),
    last4: z.string(),
    isDefault: z.boolean(),
    endsAt: isoDateTime,
    ended: z.boolean(),
  }),
);

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    cards: z.infer<typeof schema>;
  }
}

export const cardsPart = defineDashboardPart({
  name: "cards",
  permission: "billing.payment-methods.view",
  schema,
  load: expiringCards,
});

const NOTICE_DAYS = 45;

/** Cards that have expired or expire within 45 days, earliest first. A card is valid until the end of its month. */
async function expiringCards(context: Context): Promise<z.input<typeof schema>> {
  const { db, now } = context;
  const cards = await db.paymentMethod.findMany({
    where: accessibleWhere(context, "billing.payment-methods.view", { kind: "card" as const, removedAt: null }),
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
