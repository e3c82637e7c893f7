import type { Prisma } from "@/lib/platform/db/generated/client";

/** What decisions about a ticket depend on. */
export const ticketFacts = {
  id: true,
  department: true,
  serviceId: true,
  openedByContactId: true,
} as const satisfies Prisma.TicketSelect;
