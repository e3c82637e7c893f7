import type { Prisma } from "@/lib/platform/db/generated/client";

/**
 * The services whose next period is to be invoiced by `until`. What is suspended goes on being invoiced: it is kept for
 * the customer until somebody cancels it.
 */
export const renewalsDue = (until: Date) =>
  ({
    status: { in: ["active", "suspended"] },
    cancelAtPeriodEnd: false,
    renewsAt: { lte: until },
  }) satisfies Prisma.ServiceWhereInput;
