import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";

/** What is to be paid, for those who see invoices. Amounts are what is left to pay, one entry a currency. */
export const invoicesPart = z.object({
  dueCount: z.int(),
  overdueCount: z.int(),
  totals: z.array(moneySchema),
  next: z.object({ id, number: z.string(), dueAt: isoDateTime, left: moneySchema }).nullable(),
});

export const cardsPart = z.array(
  z.object({
    id,
    brand: z.string(),
    last4: z.string(),
    isDefault: z.boolean(),
    endsAt: isoDateTime,
    ended: z.boolean(),
  }),
);

export const ticketsPart = z.object({
  /** Answered by staff: they wait for the customer. */
  waitingCount: z.int(),
  waiting: z.array(z.object({ id, number: z.int(), subject: z.string(), lastMessageAt: isoDateTime })),
  /** Open: they wait for staff. */
  withStaffCount: z.int(),
});

export const invitationsPart = z.object({
  count: z.int(),
  expiredCount: z.int(),
  people: z.array(z.object({ id, name: z.string() })),
});

export const unverifiedPart = z.object({ count: z.int(), people: z.array(z.object({ id, name: z.string() })) });

export const requestsPart = z.object({
  count: z.int(),
  newest: z.array(z.object({ id, name: z.string(), permissionName: z.string(), createdAt: isoDateTime })),
});

export const offerPart = z.object({ id, fromName: z.string(), expiresAt: isoDateTime });

export const servicesPart = z.object({
  suspended: z.array(z.object({ id, name: z.string() })),
  renewingCount: z.int(),
  renewing: z.array(
    z.object({
      id,
      name: z.string(),
      renewsAt: isoDateTime,
      /** For those who see what services cost. */
      price: moneySchema.optional(),
    }),
  ),
});

export const activityPart = z.array(
  z.object({
    id,
    at: isoDateTime,
    actorName: z.string(),
    summary: z.string(),
  }),
);

/** Every part that the viewer may not see is absent. `offer` is there only while one waits for the viewer. */
export const dashboard = z.object({
  offer: offerPart.optional(),
  invoices: invoicesPart.optional(),
  cards: cardsPart.optional(),
  tickets: ticketsPart.optional(),
  requests: requestsPart.optional(),
  invitations: invitationsPart.optional(),
  unverified: unverifiedPart.optional(),
  services: servicesPart.optional(),
  activity: activityPart.optional(),
});

export type Dashboard = z.infer<typeof dashboard>;
