import type { Prisma } from "@/lib/platform/db/generated/client";

/**
 * The services whose next period must be invoiced by `until`. Suspended services are still invoiced, because they are
 * kept for the customer until cancelled.
 */
export const renewalsDue = (until: Date) =>
  ({
    status: { in: ["active", "suspended"] },
    cancelAtPeriodEnd: false,
    renewsAt: { lte: until },
  }) satisfies Prisma.ServiceWhereInput;
